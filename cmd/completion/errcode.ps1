# PowerShell completion for errcode. errcode decides which candidates fit;
# PowerShell takes them as they are.

Register-ArgumentCompleter -Native -CommandName 'errcode' -ScriptBlock {
    param($WordToComplete, $CommandAst, $CursorPosition)

    $Words = @($CommandAst.CommandElements |
        Where-Object { $_.Extent.EndOffset -lt $CursorPosition } |
        ForEach-Object { $_.Extent.Text })
    $Program = $Words[0]
    $Arguments = @('__complete') + @($Words | Select-Object -Skip 1)
    $Typed = $WordToComplete.Trim('"', "'")
    # Before 7.3, PowerShell drops an empty argument unless it is quoted twice.
    if ($Typed -eq '' -and $PSVersionTable.PSVersion -lt [version]'7.3') { $Typed = '""' }
    $Arguments += $Typed

    $Encoding = [Console]::OutputEncoding
    [Console]::OutputEncoding = [Text.Encoding]::UTF8
    try { $Lines = @(& $Program @Arguments 2>$null) } finally { [Console]::OutputEncoding = $Encoding }
    if ($Lines.Count -eq 0) { return '' }

    $Directive = [int]$Lines[-1].TrimStart(':')
    $Flag = ''
    if ($WordToComplete -match '^-[^=]*=') { $Flag = $Matches[0] }
    if ($Lines.Count -eq 1) {
        # Nothing at all makes PowerShell complete files, an empty text does not.
        if ($Directive -band 4) { return '' }
        return
    }
    foreach ($Line in $Lines[0..($Lines.Count - 2)]) {
        $Value, $Text = $Line -split "`t", 2
        if (-not $Text) { $Text = $Value }
        [Management.Automation.CompletionResult]::new("$Flag$Value", $Value, 'ParameterValue', $Text)
    }
}
