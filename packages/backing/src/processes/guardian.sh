#!/bin/sh
# Ends the process it starts once its own standard input closes, so that nothing outlives a parent that was killed with -9.
# usage: guardian.sh GRACE_SECONDS COMMAND [ARGUMENT…]; the process id is written to descriptor 3.
grace=$1
shift
exec 4<&0
"$@" </dev/null 3>&- 4<&- &
child=$!
echo "$child" >&3
exec 3>&-
(
  cat <&4 >/dev/null
  kill -TERM "$child" 2>/dev/null
  kill -CONT "$child" 2>/dev/null
  left=$((grace * 10))
  while [ "$left" -gt 0 ] && kill -0 "$child" 2>/dev/null; do
    sleep 0.1
    left=$((left - 1))
  done
  kill -KILL "$child" 2>/dev/null
) &
watcher=$!
wait "$child"
code=$?
# The shell would tell the terminal that its watcher was terminated.
exec 2>/dev/null
kill "$watcher"
exit "$code"
