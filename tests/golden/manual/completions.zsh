#compdef dateline-small
# made by it
_dateline_values()
{
    local index=${(Q)opt_args[--index]:-${(Q)opt_args[-i]}}
    compadd -U -- ${(f)"$(dateline-search complete --format tsv \
        ${index:+--index} ${index:+${~index}} -- "${(Q)PREFIX}" \
        2>/dev/null | awk -F '\t' -v kind="$1" '$1 == kind {print $2}')"}
}
_dateline_small()
{
    local -a verbs=(
        'find:Searches'
        'keep:Keeps what isn'\''t lost'
    )
    local verb='find'
    if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then
        _describe verb verbs
        return
    fi
    case $words[2] in find|keep) verb=$words[2]; shift words; (( CURRENT-- )) ;; esac
    case $verb in
        find) _arguments -s '(- *)--help[show its options]' \
            '*--index[the index (or DATELINE_INDEX)]:DIR:_files -/' \
            '*-i[the index (or DATELINE_INDEX)]:DIR:_files -/' \
            '*--person[this person'\''s\: anybody'\''s \[any\]]:NAME:{_dateline_values person}' \
            '*--limit[how many, at most 1000]:N: ' \
            '*-n[how many, at most 1000]:N: ' \
            '*:argument:_files' ;;
        keep) _arguments -s '(- *)--help[show its options]' \
            '*--index[the index (or DATELINE_INDEX)]:DIR:_files -/' \
            '*-i[the index (or DATELINE_INDEX)]:DIR:_files -/' \
            '*--save[keep it]:FILE:_files' \
            '*:argument:_files' ;;
    esac
}
_dateline_small "$@"
