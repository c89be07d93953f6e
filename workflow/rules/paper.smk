# The paper: figures, tables, claims, the PDF.
RESULTS = [
    "results/dataset/statistics.json",
    "results/dataset/comparison.json",
    "results/dataset/generation.json",
    "results/dataset/leakage.json",
    "results/dataset/retrieval.json",
    "results/dataset/digests.json",
    "results/quality/text.json",
    "results/quality/ratings.json",
    "results/quality/ratings_truth.json",
    "results/quality/fed.json",
    "results/quality/judge.json",
    "results/quality/judge_against_raters.json",
    "results/finetune/recommendation.csv",
    "results/finetune/response.csv",
    "results/finetune/summary.json",
    "results/finetune/comparisons.csv",
    "results/finetune/losses.csv",
    "results/llm/usage.json",
    "results/llm/judge_usage.json",
    # The target finetune_more takes hours: what it makes is shown, and kept up to date, where it was made.
    *[path for path in ["results/finetune/curve.csv", "results/finetune/seeds.csv"] if Path(path).exists()],
]


rule figures:
    input:
        results=RESULTS,
        drawn=["paper/template.typ", "paper/drawn.typ", "paper/figures/conversation.typ", "paper/figures/pipeline.typ"],
        config=step_config("figures", "llm", "finetune"),
        images="data/catalog/images",
        test="data/splits/test.jsonl",
        src=sources("figures"),
    output:
        figures=report(
            directory("results/figures"),
            patterns=["{name}.png"],
            caption="../report/figures.rst",
            category="Figures",
            labels={"figure": "{name}"},
        ),
    log:
        "work/logs/figures.log",
    benchmark:
        "work/benchmarks/figures.tsv"
    shell:
        "muse figures --results results --drawn paper/figures --output {output.figures} > {log} 2>&1"


rule tables:
    input:
        results=RESULTS,
        claims="results/claims.json",
        src=sources("tables"),
    output:
        tables=report(
            directory("results/tables"),
            patterns=["{name}.csv"],
            caption="../report/tables.rst",
            category="Tables",
            labels={"table": "{name}"},
        ),
    log:
        "work/logs/tables.log",
    benchmark:
        "work/benchmarks/tables.tsv"
    shell:
        "muse tables --results results --claims {input.claims} --output {output.tables} > {log} 2>&1"


rule rule_graph:
    input:
        "Snakefile",
        sorted(str(path) for path in Path("workflow/rules").glob("*.smk")),
        config=step_config("rule_graph", "quality", "finetune"),
        src=sources("rule_graph"),
    output:
        graph=directory("results/rule_graph"),
    log:
        "work/logs/rule_graph.log",
    benchmark:
        "work/benchmarks/rule_graph.tsv"
    shell:
        "muse rule-graph --output {output.graph} > {log} 2>&1"


rule claims:
    input:
        claims="config/claims.yaml",
        recorded=[path for path in [f"config/digests/{MUSE.config['scale']}.json"] if Path(path).exists()],
        results=RESULTS,
        config=step_config("claims", *MUSE.config),
        src=sources("claims"),
    output:
        json="results/claims.json",
        markdown=report("results/claims.md", caption="../report/claims.rst", category="Claims"),
    log:
        "work/logs/claims.log",
    benchmark:
        "work/benchmarks/claims.tsv"
    shell:
        "muse claims --config {input.config} --claims {input.claims} --json {output.json}"
        " --markdown {output.markdown} > {log} 2>&1"


rule paper:
    input:
        source="paper/main.typ",
        parts=["paper/template.typ", "paper/drawn.typ", "paper/published.yaml", "paper/acl.csl"],
        references="paper/references.bib",
        figures="results/figures",
        graph="results/rule_graph",
        tables="results/tables",
        results=RESULTS,
        claims=rules.claims.output,
        config=step_config(
            "paper", "scale", "llm", "catalog", "index", "profiles", "dialogue", "optimizer", "quality", "finetune"
        ),
        images="data/catalog/images",
        test="data/splits/test.jsonl",
        src=sources("paper"),
    output:
        pdf=report("results/paper.pdf", caption="../report/paper.rst", category="Paper"),
    log:
        "work/logs/paper.log",
    benchmark:
        "work/benchmarks/paper.tsv"
    shell:
        "muse paper --source {input.source} --output {output.pdf} > {log} 2>&1"
