# fish completion for dateline-small; made by it
function __dateline_values
    set -l words (commandline -opc)
    set -l index
    for i in (seq 2 (math (count $words) - 1))
        if contains -- $words[$i] --index -i
            set index --index (string replace -r '^~' $HOME -- $words[(math $i + 1)])
        end
    end
    dateline-search complete --format tsv $index -- (commandline -ct | string trim -c '"\'') \
        2>/dev/null | awk -F '\t' -v kind=$argv[1] '$1 == kind {print $2}'
end
complete -c dateline-small -n 'not __fish_seen_subcommand_from find keep' -a find -d 'Searches'
complete -c dateline-small -n '__fish_seen_subcommand_from find; or not __fish_seen_subcommand_from find keep' -l index -s i -x -a '(__fish_complete_directories)' -d 'the index (or DATELINE_INDEX)'
complete -c dateline-small -n '__fish_seen_subcommand_from find; or not __fish_seen_subcommand_from find keep' -l person -x -a '(__dateline_values person)' -d 'this person'\''s: anybody'\''s [any]'
complete -c dateline-small -n '__fish_seen_subcommand_from find; or not __fish_seen_subcommand_from find keep' -l limit -s n -x -d 'how many, at most 1000'
complete -c dateline-small -n 'not __fish_seen_subcommand_from find keep' -a keep -d 'Keeps what isn'\''t lost'
complete -c dateline-small -n '__fish_seen_subcommand_from keep' -l index -s i -x -a '(__fish_complete_directories)' -d 'the index (or DATELINE_INDEX)'
complete -c dateline-small -n '__fish_seen_subcommand_from keep' -l save -r -F -d 'keep it'
