# The dataset: splits, statistics, release, and a browser for the eyes.


rule split:
    input:
        config=step_config("split", "seed", "dataset"),
        src=sources("split"),
        conversations="data/conversations.jsonl",
    output:
        train="data/splits/train.jsonl",
        validation="data/splits/validation.jsonl",
        test="data/splits/test.jsonl",
        leakage="results/dataset/leakage.json",
    log:
        "work/logs/split.log",
    benchmark:
        "work/benchmarks/split.tsv"
    shell:
        "muse split --config {input.config} --conversations {input.conversations} --train {output.train}"
        " --validation {output.validation} --test {output.test} --leakage {output.leakage} 2> {log}"


rule statistics:
    input:
        src=sources("statistics"),
        train="data/splits/train.jsonl",
        validation="data/splits/validation.jsonl",
        test="data/splits/test.jsonl",
        described="data/catalog/described.jsonl",
    output:
        statistics="results/dataset/statistics.json",
    log:
        "work/logs/statistics.log",
    benchmark:
        "work/benchmarks/statistics.tsv"
    shell:
        "muse statistics --splits data/splits --catalog {input.described} --output {output.statistics} 2> {log}"


rule site:
    input:
        config=step_config("site", "dataset"),
        src=sources("site"),
        train="data/splits/train.jsonl",
        validation="data/splits/validation.jsonl",
        test="data/splits/test.jsonl",
        described="data/catalog/described.jsonl",
        images="data/catalog/images",
        statistics="results/dataset/statistics.json",
        leakage="results/dataset/leakage.json",
    output:
        site=directory("results/site"),
    log:
        "work/logs/site.log",
    benchmark:
        "work/benchmarks/site.tsv"
    shell:
        "muse site --config {input.config} --splits data/splits --catalog {input.described} --images {input.images}"
        " --statistics {input.statistics} --leakage {input.leakage} --output {output.site} 2> {log}"


rule release:
    input:
        config=step_config("release", "dataset"),
        src=sources("release"),
        train="data/splits/train.jsonl",
        validation="data/splits/validation.jsonl",
        test="data/splits/test.jsonl",
        described="data/catalog/described.jsonl",
        images="data/catalog/images",
        profiles="data/profiles.jsonl",
        examples="data/finetune/examples",
        statistics="results/dataset/statistics.json",
        leakage="results/dataset/leakage.json",
    output:
        release=directory("data/release"),
    log:
        "work/logs/release.log",
    benchmark:
        "work/benchmarks/release.tsv"
    shell:
        "muse release --config {input.config} --splits data/splits --catalog {input.described}"
        " --images {input.images} --profiles {input.profiles} --examples {input.examples}"
        " --statistics {input.statistics} --leakage {input.leakage} --output {output.release} 2> {log}"
