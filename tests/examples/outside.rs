//! What a second accessibility checker says of every screen: `cargo xtask judge` runs this with the built page and the
//! script of IBM's Equal Access engine (npm `accessibility-checker-engine`).

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use browser_tests::browser::{Browser, Engine, LAPTOP, Visitor};
use browser_tests::host::Host;
use browser_tests::wait;
use serde_json::{Value, json};

/// A screen: its query, what is pressed there, and a selector of what is there once it is.
const SCREENS: &[(&str, Option<&str>, &str)] = &[
    ("", None, ".page-footer"),
    ("?view=map", None, ".map-name"),
    (
        "?view=month&from=2023-11-04&to=2023-11-04",
        None,
        ".month td",
    ),
    (
        "?event=washington-2023-11-04",
        None,
        "[data-open-event] .actions",
    ),
    ("", Some("[data-opens=country]"), "dialog[open] input"),
    (
        "",
        Some("[data-opens=more]"),
        "dialog[open] select, dialog[open] input",
    ),
    ("?q=nothing+is+called+this", None, ".screen"),
];

/// Widths of windows, in CSS pixels: a small phone, a phone, a tablet, a laptop and a large screen.
const WIDTHS: [u32; 5] = [320, 360, 768, 1280, 1920];

/// What it objects to and axe does not, and why it stays.
const ACCEPTED: [(&str, &str, &str); 3] = [
    (
        "aria_article_label_unique",
        "",
        "the heading in each card names it; a label would be read twice",
    ),
    (
        "aria_role_valid",
        "'combobox'",
        "the search field also suggests places; as a `search` it has the keyboard of one",
    ),
    (
        "target_spacing_sufficient",
        "from another target \"a\" <input",
        "the links of the list behind an open popover cannot be pressed",
    ),
];

/// What the engine found to be wrong; what it would have a person look at is left out.
const CHECK: &str = "const done = arguments[arguments.length - 1];
    new ace.Checker().check(document, ['WCAG_2_2']).then(
        report => done(report.results
            .filter(({ value }) => value[0] === 'VIOLATION' && value[1] === 'FAIL')
            .map(({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet.slice(0, 160)}`)),
        error => done([String(error)]))";

fn main() -> Result<()> {
    let mut words = std::env::args_os().skip(1).map(PathBuf::from);
    let (dist, engine) = words.next().zip(words.next()).context("two paths")?;
    let engine = std::fs::read_to_string(engine)?;
    let host = Host::start(&dist)?;
    let (mut screens, mut found) = (0, 0);
    for width in WIDTHS {
        for (language, dark) in [("en", false), ("en", true), ("ar", false), ("ar", true)] {
            let visitor = Visitor {
                width,
                language,
                dark,
                ..LAPTOP
            };
            let browser = Browser::start(Engine::Chromium, visitor)?;
            for (query, press, sign) in SCREENS {
                let violations = look(&browser, &host.url(query), *press, sign, &engine)
                    .with_context(|| format!("{query} at {width} px"))?;
                screens += 1;
                found += violations.len();
                let colours = if dark { "dark" } else { "light" };
                for violation in violations {
                    println!(
                        "  {width} px, {language}, {colours}, “{query}” {}: {violation}",
                        press.unwrap_or_default()
                    );
                }
            }
        }
    }
    for (rule, _, why) in ACCEPTED {
        println!("  not counted: {rule}, {why}");
    }
    println!("accessibility-checker-engine: {screens} screens, {found} objections");
    ensure!(found == 0, "{found} objections");
    Ok(())
}

/// Opens a screen and gives what is wrong with it.
fn look(
    browser: &Browser,
    url: &str,
    press: Option<&str>,
    sign: &str,
    engine: &str,
) -> Result<Vec<String>> {
    browser.client().post("/url", &json!({ "url": url }))?;
    let is_there = |selector: &str| {
        wait::until(selector, || {
            let script = "return document.documentElement.dataset.marchmap === 'ready' && document.querySelector(arguments[0]) !== null";
            let found = browser.run(script, json!([selector]))?;
            Ok(if found == true { Ok(()) } else { Err(found) })
        })
    };
    if let Some(press) = press {
        is_there(press)?;
        browser.run(
            "document.querySelector(arguments[0]).click()",
            json!([press]),
        )?;
    }
    is_there(sign)?;
    browser.run(&format!("{engine}; window.ace = ace;"), json!([]))?;
    let found: Value = browser.run_async(CHECK, json!([]))?;
    let mut found: Vec<String> = serde_json::from_value(found).context("the engine's report")?;
    found.retain(|violation| {
        let mut accepted = ACCEPTED.iter();
        !accepted.any(|(rule, of, _)| violation.starts_with(rule) && violation.contains(of))
    });
    Ok(found)
}
