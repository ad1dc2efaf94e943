# bash completion for errcode. It needs bash 3.2 or newer and nothing else.
# errcode decides which candidates fit; nothing here filters them again.

__errcode_completion() {
    # The words up to the cursor. bash takes words apart at COMP_WORDBREAKS
    # (--status=4, Code:Inv); what no space separates belongs together.
    local rest=${COMP_LINE:0:COMP_POINT} lead word i n=0
    local -a words
    for ((i = 0; i <= COMP_CWORD; i++)); do
        lead=${rest%%[![:space:]]*}
        rest=${rest#"$lead"}
        word=${COMP_WORDS[i]}
        ((i == COMP_CWORD)) && word=$rest
        rest=${rest#"$word"}
        if [[ -n $lead || $n -eq 0 ]] || ((i == COMP_CWORD && ${#word} == 0 && ${#lead} > 0)); then
            words[n++]=$word
        else
            words[n - 1]+=$word
        fi
    done
    local typed=${words[n - 1]}
    case $typed in \"* | \'*) typed=${typed:1} ;; esac
    local program=${words[0]/#\~\//$HOME/}

    # What readline is about to replace is the end of the word: kept stays.
    local kept=${typed%"$2"} flag=
    [[ $typed == -*=* ]] && flag=${typed%%=*}=

    local line value directive=0 count=0 longest=0 tab=$'\t'
    local -a values texts
    while IFS= read -r line; do
        if [[ $line == :* ]]; then
            directive=${line#:}
            continue
        fi
        value=$flag${line%%"$tab"*}
        value=${value#"$kept"}
        values[count]=$value
        texts[count]=
        [[ $line == *"$tab"* ]] && texts[count]=${line#*"$tab"}
        ((count++))
        ((${#value} > longest)) && longest=${#value}
    done <<<"$("$program" __complete "${words[@]:1:n-2}" "$typed" 2>/dev/null)"

    COMPREPLY=()
    if ((count == 0)); then
        if ((!(directive & 4))); then
            type compopt &>/dev/null && compopt -o filenames
            while IFS= read -r line; do
                COMPREPLY[${#COMPREPLY[@]}]=$line
            done < <(compgen -f -- "$2")
        fi
        return
    fi
    ((directive & 2)) && type compopt &>/dev/null && compopt -o nospace
    COMPREPLY=("${values[@]}")
    ((count == 1)) && return

    case $COMP_TYPE in
    37 | 42) return ;; # menu-complete and insert-completions insert each as it is
    63) ;;             # only a list
    *) __errcode_fits "$2" || COMPREPLY[count]= ;; # an empty one: readline leaves the word alone
    esac
    for ((i = 0; i < count; i++)); do
        [[ -n ${texts[i]} ]] || continue
        printf -v line '%-*s  %s' "$longest" "${values[i]}" "${texts[i]}"
        COMPREPLY[i]=${line:0:${COLUMNS:-80}-1}
    done
}

# __errcode_fits reports whether what all candidates begin with continues $1,
# apart from case and separators, so that nothing typed would be lost.
__errcode_fits() {
    local common=${COMPREPLY[0]} value typed=${1//[-_. ]/} LC_ALL=C
    for value in "${COMPREPLY[@]}"; do
        while [[ $value != "$common"* ]]; do
            common=${common%?}
        done
    done
    common=${common//[-_. ]/}
    common=${common:0:${#typed}}
    [[ $(tr '[:upper:]' '[:lower:]' <<<"$common") == "$(tr '[:upper:]' '[:lower:]' <<<"$typed")" ]]
}

# Older versions of bash sort the candidates themselves.
complete -o nosort -F __errcode_completion errcode 2>/dev/null || complete -F __errcode_completion errcode
