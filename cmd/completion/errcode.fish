# fish completion for errcode. fish keeps what is typed and matches by itself,
# so errcode is asked for candidates that continue the typed word.

function __errcode_completion
    set -l words (commandline -opc)
    # An open quote is no part of the word, and fish matches without it.
    set -l typed (string replace -r -- '^["\']' '' (commandline -ct))
    set -l flag (string match -r -- '^-[^=]*=' $typed; or echo '')
    set -l lines ($words[1] __completeTyped $words[2..-1] "$typed" 2>/dev/null)
    set -l directive (string replace -- : '' $lines[-1])
    set -e lines[-1]
    if test (count $lines) -gt 0
        printf '%s\n' $flag$lines
    else if test (math "floor($directive / 4) % 2") -eq 0
        __fish_complete_path $typed
    end
end

complete -c errcode -e
complete -c errcode -f -k -a '(__errcode_completion)'
