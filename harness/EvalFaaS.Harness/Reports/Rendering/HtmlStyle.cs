namespace EvalFaaS.Harness.Reports;

/// <summary>The page's style sheet: light, dark and print.</summary>
internal static class HtmlStyle
{
    public const string Css = """
        :root {
          --ground: #ffffff; --ink: #1b1f24; --quiet: #5c6670; --line: #d9dee3; --soft: #f5f7f9; --accent: #0b5cad; --mark: #eaf2fb;
          font: 16px/1.6 "Source Serif 4", "Iowan Old Style", Charter, Georgia, "DejaVu Serif", serif; color: var(--ink); background: var(--ground);
        }
        @media (prefers-color-scheme: dark) {
          :root { --ground: #14171a; --ink: #e6e9ec; --quiet: #9aa5b0; --line: #333b43; --soft: #1c2126; --accent: #7ab8f5; --mark: #1a2733; }
        }
        * { box-sizing: border-box; }
        body { margin: 0; }
        main { max-width: 62rem; margin: 0 auto; padding: 3rem 1.5rem 5rem; }
        h1, h2, h3, nav, table, figcaption, .note, pre, code { font-family: Inter, "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
        h1 { font-size: 2rem; line-height: 1.2; letter-spacing: -0.02em; margin: 0 0 1rem; }
        h2 { font-size: 1.35rem; line-height: 1.3; letter-spacing: -0.01em; margin: 3.2rem 0 0.8rem; padding-top: 0.9rem; border-top: 2px solid var(--ink); }
        h3 { font-size: 1.02rem; margin: 2rem 0 0.4rem; }
        p, ul { max-width: 46rem; margin: 0.6rem 0; }
        li { margin: 0.25rem 0; }
        a { color: var(--accent); }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { left: 1rem; top: 1rem; background: var(--ground); padding: 0.5rem; }
        nav { font-size: 0.85rem; margin: 0 0 1.5rem; color: var(--quiet); }
        nav ol { list-style: none; display: flex; flex-wrap: wrap; gap: 0.2rem 1.1rem; margin: 0; padding: 0; }
        nav a { text-decoration: none; }
        nav a:hover, nav a:focus { text-decoration: underline; }
        .answer data { font-weight: 600; font-variant-numeric: lining-nums; }
        .answer { font-size: 1.12rem; line-height: 1.6; max-width: 52rem; padding: 0.1rem 0 0.1rem 1.1rem; border-left: 4px solid var(--accent); }
        .note { font-size: 0.82rem; line-height: 1.5; color: var(--quiet); }
        .scroll { overflow-x: auto; margin: 1.2rem 0; }
        table { border-collapse: collapse; font-size: 0.84rem; line-height: 1.35; font-variant-numeric: tabular-nums lining-nums; min-width: 40rem; }
        caption { text-align: left; font-weight: 600; padding: 0 0 0.5rem; font-size: 0.88rem; }
        th, td { text-align: left; vertical-align: baseline; padding: 0.34rem 0.9rem 0.34rem 0; border-bottom: 1px solid var(--line); }
        thead th { font-weight: 600; border-bottom: 1.5px solid var(--ink); border-top: 1.5px solid var(--ink); color: var(--ink); vertical-align: bottom; }
        tbody th { font-weight: 500; white-space: nowrap; }
        tbody tr:last-child > * { border-bottom: 1.5px solid var(--ink); }
        tr.group th { font-weight: 600; color: var(--quiet); padding-top: 0.9rem; background: none; letter-spacing: 0.01em; }
        .n { text-align: right; white-space: nowrap; padding-left: 0.5rem; padding-right: 0.35rem; }
        td.n:has(+ td.i) { font-weight: 600; }
        .i { white-space: nowrap; color: var(--quiet); padding-right: 1.4rem; }
        thead .i { color: var(--quiet); font-weight: 400; }
        .q { color: var(--quiet); }
        figure { margin: 1.6rem 0; }
        figure .scroll { margin: 0; }
        figure img { display: block; width: 100%; min-width: 46rem; height: auto; }
        figcaption { font-size: 0.84rem; line-height: 1.5; color: var(--quiet); max-width: 52rem; margin-top: 0.4rem; }
        pre { background: var(--soft); border: 1px solid var(--line); padding: 0.8rem 1rem; overflow-x: auto; font-size: 0.84rem; }
        code { font-family: "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 0.92em; }
        @media (max-width: 40rem) {
          main { padding: 1.5rem 1rem 3rem; }
          h1 { font-size: 1.55rem; }
          h2 { margin-top: 2.4rem; }
          .answer { font-size: 1.02rem; padding-left: 0.8rem; }
        }
        @media print {
          :root { font-size: 10.5pt; --ground: #fff; --ink: #000; --quiet: #444; --line: #bbb; --soft: #fff; --accent: #000; }
          main { max-width: none; padding: 0; }
          nav, .skip { display: none; }
          h2, h3, caption { break-after: avoid; }
          figure, tr { break-inside: avoid; }
          .scroll { overflow: visible; }
          figure img { min-width: 0; }
        }

        """;
}
