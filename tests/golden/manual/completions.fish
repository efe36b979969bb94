# fish completion for dateline-small; made by it
complete -c dateline-small -n 'not __fish_seen_subcommand_from find keep' -a find -d 'Searches'
complete -c dateline-small -n '__fish_seen_subcommand_from find; or not __fish_seen_subcommand_from find keep' -l index -s i -x -a '(__fish_complete_directories)' -d 'the index (or DATELINE_INDEX)'
complete -c dateline-small -n '__fish_seen_subcommand_from find; or not __fish_seen_subcommand_from find keep' -l person -x -a '(dateline-search complete --format tsv -- (commandline -ct) 2>/dev/null | awk -F '\''\t'\'' '\''$1 == "person" {print $2}'\'')' -d 'this person'\''s: anybody'\''s [any]'
complete -c dateline-small -n '__fish_seen_subcommand_from find; or not __fish_seen_subcommand_from find keep' -l limit -s n -x -d 'how many, at most 1000'
complete -c dateline-small -n 'not __fish_seen_subcommand_from find keep' -a keep -d 'Keeps what isn'\''t lost'
complete -c dateline-small -n '__fish_seen_subcommand_from keep' -l index -s i -x -a '(__fish_complete_directories)' -d 'the index (or DATELINE_INDEX)'
complete -c dateline-small -n '__fish_seen_subcommand_from keep' -l save -r -F -d 'keep it'
