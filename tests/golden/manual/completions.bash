# bash completion for dateline-small; made by it
_dateline_small()
{
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}
    local verb='find' options='' word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in find|keep) verb=$word; break ;; esac
    done
    COMPREPLY=()
    case $prev in
        --index|-i) mapfile -t COMPREPLY < <(compgen -d -- "$cur"); return ;;
        --save) mapfile -t COMPREPLY < <(compgen -f -- "$cur"); return ;;
        --person) mapfile -t COMPREPLY < <(dateline-search complete --format tsv -- "$cur" 2>/dev/null | awk -F '\t' '$1 == "person" {print $2}'); return ;;
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
