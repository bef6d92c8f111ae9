//! What is changed in trunk's `index.html`, found by the marks that trunk and the page's own source leave there.

use anyhow::{Context as _, Result};

/// The two files of the app.
pub struct App {
    /// The JavaScript that wasm-bindgen wrote.
    pub code: String,
    /// The WebAssembly.
    pub wasm: String,
}

/// The names of the page's style sheets, in their order.
pub fn style_sheets(page: &str) -> Vec<String> {
    let links = page.match_indices("<link rel=\"stylesheet\" href=\"");
    links
        .filter_map(|(at, start)| quoted(&page[at + start.len()..]))
        .collect()
}

/// The page with one style sheet in the place of several.
pub fn with_one_style_sheet(page: &str, sheets: &[String], one: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    let mut named = false;
    for line in page.lines() {
        let is_sheet = line.contains("<link rel=\"stylesheet\"")
            && sheets.iter().any(|sheet| line.contains(sheet.as_str()));
        if !is_sheet {
            lines.push(line.to_owned());
        } else if !named {
            named = true;
            lines.push(format!("    <link rel=\"stylesheet\" href=\"./{one}\" />"));
        }
    }
    lines.join("\n") + "\n"
}

/// The app's files, as trunk asks for them ahead of need.
pub fn app_files(page: &str) -> Option<App> {
    let named = |mark: &str, ending: &str| {
        let links = page.match_indices(mark);
        let mut names = links.filter_map(|(at, mark)| quoted(&page[at + mark.len()..]));
        names.find(|name| name.ends_with(ending))
    };
    Some(App {
        code: named("<link rel=\"modulepreload\" href=\"", ".js")?,
        wasm: named("<link rel=\"preload\" href=\"", ".wasm")?,
    })
}

/// The page with the parted app's files, which begin with `new`, in the place of trunk's, which began with `old`.
///
/// # Errors
/// The page is not as expected.
pub fn with_parts(page: &str, old: &str, new: &str) -> Result<String> {
    let code =
        format!("<link rel=\"modulepreload\" href=\"./{new}.js\" crossorigin=\"anonymous\">");
    let page = page.replace(old, new);
    anyhow::ensure!(page.contains(&code), "trunk's page has no `{code}`");
    // It is asked for with the code that imports it, not after.
    let link = code.replace(".js", "_split.js");
    Ok(page.replace(&code, &format!("{code}{link}")))
}

/// The page that starts the app by the script `start` instead of trunk's inline one. What trunk puts in for
/// reloading a served page stays.
///
/// # Errors
/// The page is not as expected.
pub fn with_start(page: &str, start: &str, served: bool) -> Result<String> {
    let (open, close) = ("<script type=\"module\">", "</script>");
    let at = page.find(open).context("no inline script of trunk's")?;
    let end = page[at..].find(close).context("a script without an end")? + at + close.len();
    let mut page = format!("{}{}", &page[..at].trim_end(), &page[end..]);
    anyhow::ensure!(
        page.contains("src=\"start.js\""),
        "index.html does not name start.js"
    );
    page = page.replace("src=\"start.js\"", &format!("src=\"./{start}\""));
    if !served {
        anyhow::ensure!(
            !page.contains("<script>") && !page.contains("<style") && !page.contains(" style="),
            "index.html has an inline script or style, which its own policy forbids"
        );
    }
    Ok(page)
}

/// The page under a policy that lets trunk's script reload it.
pub fn loosened(page: &str) -> String {
    page.replace(
        "script-src 'self' http:",
        "script-src 'self' http: 'unsafe-inline'",
    )
    .replace("connect-src 'self' http:", "connect-src 'self' http: ws:")
}

/// The page that names its version.
pub fn with_version(page: &str, version: &str) -> String {
    let meta = format!("    <meta name=\"marchmap-build\" content=\"{version}\" />\n");
    match page.find("  </head>").or_else(|| page.find("</head>")) {
        Some(at) => format!("{}\n{meta}{}", page[..at].trim_end(), &page[at..]),
        None => page.to_owned(),
    }
}

/// A value up to its closing quote, without the `./` before it.
fn quoted(rest: &str) -> Option<String> {
    let value = &rest[..rest.find('"')?];
    Some(value.trim_start_matches("./").to_owned())
}
