# bash completion for dateline-small; made by it
_dateline_values()
{
    local i name names=() index=() typed=${COMP_WORDS[COMP_CWORD]//[\"\'\\]/}
    for (( i = 1; i + 1 < COMP_CWORD; i++ )); do
        case ${COMP_WORDS[i]} in --index|-i) index=(--index "${COMP_WORDS[i+1]/#\~/$HOME}") ;; esac
    done
    mapfile -t names < <(dateline-search complete --format tsv "${index[@]}" -- "$typed" \
        2>/dev/null | awk -F '\t' -v kind="$1" '$1 == kind {print $2}')
    for name in "${names[@]}"; do
        case ${COMP_WORDS[COMP_CWORD]} in
            [\"\']*) [[ $name == *[\"\'\`\$\\!]* ]] || COMPREPLY+=("$name") ;;
            *) printf -v name %q "$name"; COMPREPLY+=("$name") ;;
        esac
    done
}
_dateline_small()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    local verb='find' options='' word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in find|keep) verb=$word; break ;; esac
    done
    COMPREPLY=()
    case $prev in
        --index|-i) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        --save) compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
        --person) _dateline_values person; return ;;
        --limit|-n) :; return ;;
    esac
    case $verb in
        find) options='--help --index --person --limit' ;;
        keep) options='--help --index --save' ;;
    esac
    if [[ $cur == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$cur")
    elif (( COMP_CWORD == 1 )); then
        mapfile -t COMPREPLY < <(compgen -W 'find keep' -- "$cur")
    fi
}
complete -o bashdefault -o default -F _dateline_small dateline-small
