#!/bin/sh
# Trials an hour by one Spark worker of one core and by two, in turns:
#   mvn -Pspark package; sh docs/benchmarks/spark_workers.sh [STEPS] [TURNS]
set -eu
steps=${1:-1000}
turns=${2:-3}
port=${PORT:-7177}
export SPARK_HOME="$PWD/target/spark" SPARK_SCALA_VERSION=2.13 SPARK_LOCAL_IP=127.0.0.1
jars="$SPARK_HOME/jars/*"
folder=$(mktemp -d)
started=
trap 'kill $started 2>/dev/null || true; rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM

cat > "$folder/plan.json" <<END
{"sweep": 1, "text": {"bundled": "drama.txt"}, "settings": {"cell": "gru", "hidden": 64, "layers": 1, "validate-every": 50},
 "seeds": 24, "steps": $steps}
END

# await LOG WORDS: until a process has written them
await() {
    tries=0
    until grep -q "$2" "$1"; do
        tries=$((tries + 1))
        [ $tries -le 60 ] || { echo "\"$2\" is not in this log after a minute:" >&2; cat "$1" >&2; exit 1; }
        sleep 1
    done
}

# spark LOG CLASS ARGUMENT...: in the background, with Spark's own reports
spark() {
    log=$1
    shift
    $bound java -Xmx512m -Dorg.slf4j.simpleLogger.log.org.apache.spark.deploy=info -cp "$jars" "$@" > "$log" 2>&1 &
    started="$started $!"
}

measure() {
    workers=$1
    started=
    bound=
    spark "$folder/master.log" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$port" --webui-port 0
    await "$folder/master.log" "Starting Spark master"
    for worker in $(seq "$workers"); do
        bound=
        command -v taskset > /dev/null && bound="taskset -c $((worker - 1))"
        spark "$folder/worker.log" org.apache.spark.deploy.worker.Worker "spark://127.0.0.1:$port" --cores 1 --memory 1g \
            --webui-port 0 --work-dir "$folder/work$worker"
        await "$folder/worker.log" "Successfully registered"
    done
    rm -rf "$folder/out"
    begin=$(date +%s)
    java -cp "$jars" org.apache.spark.deploy.SparkSubmit --master "spark://127.0.0.1:$port" --conf spark.ui.enabled=false \
        --executor-cores 1 --executor-memory 768m --class unroll.spark.Sweep "$SPARK_HOME/unroll-spark.jar" \
        "$folder/plan.json" "$folder/out" > "$folder/driver.log" 2>&1 || { cat "$folder/driver.log" >&2; exit 1; }
    end=$(date +%s)
    find "$folder/out/trials" -name 'trial-*.csv' -printf '%T@\n' | sort -n |
        awk -v workers="$workers" -v whole=$((end - begin)) '
            NR == 1 { first = $1 }
            END { printf "workers %d: job %d s, %.0f trials an hour\n", workers, whole, 3600 * (NR - 1) / ($1 - first) }'
    # shellcheck disable=SC2086
    kill $started
    for process in $started; do wait "$process" || true; done
    started=
}

for turn in $(seq "$turns"); do
    measure 1
    measure 2
done
