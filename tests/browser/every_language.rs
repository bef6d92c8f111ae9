//! Every language of the interface is accessible, and so do long words and words from right to left fit that no language
//! has: nothing is cut, nothing overlaps, whatever the width.

use anyhow::{Context, Result, ensure};
use browser_tests::browser::{Engine, PHONE};
use browser_tests::page::Key;
use browser_tests::runner::Test;
use browser_tests::session::Session;
use browser_tests::tests;
use serde_json::{Map, Value, json};

pub const TESTS: &[Test] = tests! {
    Layout: [long_words_fit, long_words_from_right_to_left_fit],
    Logic: [axe_in_every_language],
};

/// A file beside the page's sources.
fn source(path: &str) -> Result<String> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(path);
    std::fs::read_to_string(&path).with_context(|| path.display().to_string())
}

/// The English texts with every word put into other letters and made longer by half, placeholders as they are.
fn pseudo(letter: impl Fn(char) -> char) -> Result<Value> {
    let english: Map<String, Value> = serde_json::from_str(&source("public/lang/en.json")?)?;
    let word = |word: &str| -> String {
        let mut long: String = word.chars().map(&letter).collect();
        let more = word.chars().filter(|c| c.is_alphabetic()).count() / 2;
        long.extend(
            word.chars()
                .filter(|c| c.is_alphabetic())
                .take(more)
                .map(&letter),
        );
        long
    };
    let text = |text: &str| -> String {
        let mut parts = text.split("{{");
        let mut all = String::new();
        let mut put = |words: &str| {
            let words: Vec<String> = words.split(' ').map(word).collect();
            all.push_str(&words.join(" "));
        };
        put(parts.next().unwrap_or_default());
        let mut parts: Vec<(String, String)> = parts
            .filter_map(|part| part.split_once("}}"))
            .map(|(name, rest)| (name.to_owned(), rest.to_owned()))
            .collect();
        for (name, rest) in parts.drain(..) {
            let words: Vec<String> = rest.split(' ').map(word).collect();
            all.push_str(&format!("{{{{{name}}}}}{}", words.join(" ")));
        }
        all
    };
    let texts = english.iter().map(|(key, value)| {
        let value = value.as_str().unwrap_or_default();
        (key.clone(), Value::String(text(value)))
    });
    Ok(Value::Object(texts.collect()))
}

/// Texts that cover one another, that stand out of what cuts them off, and a page wider than the screen. What scrolls, or
/// ends in an ellipsis, is not cut; what floats over the page is compared with what floats with it.
const FAULTS: &str = "
    const root = document.documentElement, found = [], boxes = [];
    if (root.scrollWidth > root.clientWidth) found.push(`page: ${root.scrollWidth} of ${root.clientWidth}`);
    const within = document.querySelector('dialog[open]') || document.body;
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode, element = node.parentElement;
        if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true })) continue;
        if (element.closest('.visually-hidden, .world-map, .skip-links, option, textarea, noscript, script, [inert]')) continue;
        const range = document.createRange();
        range.selectNodeContents(node);
        for (const box of range.getClientRects()) {
            if (box.width < 2 || box.bottom < 0 || box.top > innerHeight) continue;
            let { left, right, top, bottom } = box, floats = null, cut = false, scrolls = false, hidden = false;
            for (let above = element; above && above !== root; above = above.parentElement) {
                const style = getComputedStyle(above), edge = above.getBoundingClientRect();
                if (/fixed|sticky/.test(style.position)) floats ||= above;
                if (style.display !== 'inline' && style.display !== 'contents' && Math.min(edge.width, edge.height) <= 1) hidden = true;
                // The blank at the end of a line hangs beyond its edge.
                const out = box.right > edge.right + 5 || box.left < edge.left - 5;
                if (/auto|scroll/.test(style.overflowX + style.overflowY)) {
                    scrolls = true;
                    if (out || box.top < edge.top - 1 || box.bottom > edge.bottom + 1) hidden = true;
                }
                if (/auto|scroll|hidden|clip/.test(style.overflowX + style.overflowY)) {
                    // What one sees of it.
                    [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
                    [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
                }
                if (style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none') scrolls = true;
                if (!scrolls && /hidden|clip/.test(style.overflowX) && out) cut ||= `${above.className} ${edge.left} ${edge.right}`;
            }
            if (hidden) continue;
            const name = `${element.tagName}.${element.className}: ${node.data.slice(0, 40)}`;
            if (cut) found.push(`cut: ${name} (${[box.left, box.right, cut].map(String)})`);
            boxes.push({ box: { left, right, top, bottom }, floats, name, node });
        }
    }
    // A button gives a short word the room it needs.
    for (const button of within.querySelectorAll('button')) {
        const text = button.textContent.trim(), range = document.createRange();
        if (!button.checkVisibility() || button.closest('.world-map') || text.length > 10 || /\\s/.test(text) || !text) continue;
        range.selectNodeContents(button);
        const tops = [...range.getClientRects()].filter(box => box.width > 2).map(box => box.top);
        if (Math.max(...tops) - Math.min(...tops) > 8 && !button.querySelector('svg, .icon')) found.push(`broken: ${text}`);
    }
    for (const [at, one] of boxes.entries())
        for (const other of boxes.slice(at + 1)) {
            if (one.node === other.node || one.floats !== other.floats) continue;
            const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
            const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
            if (across > 2 && down > 6) found.push(`overlap: ${one.name} / ${other.name}`);
        }
    return found";

fn every_screen_fits(session: &Session, language: &str, texts: &Value) -> Result<()> {
    let host = session.host()?;
    host.answer(&format!("lang/{language}.json"), texts);
    // The width between them is no other layout: one engine is enough for it.
    let widths: &[u32] = match session.engine {
        Engine::Chromium => &[320, 360, 1280],
        _ => &[320, 1280],
    };
    let mut found: Vec<String> = Vec::new();
    let page = session.visitor(PHONE)?;
    for width in widths.iter().copied() {
        page.browser().resize(width, 740)?;
        let mut look = |screen: &str| -> Result<()> {
            let faults: Vec<String> = page.ask(FAULTS, json!([]))?;
            found.extend(
                faults
                    .into_iter()
                    .map(|fault| format!("{screen} at {width} px: {fault}")),
            );
            Ok(())
        };
        page.visit(&host.url(&format!("?lang={language}")))?;
        page.sees("the language", |seen| seen.lang == language)?;
        look("list")?;
        for sheet in ["menu", "days", "near", "country", "kind", "more"] {
            page.open_sheet(sheet)?;
            look(sheet)?;
        }
        page.open_sheet("menu")?;
        page.press("dialog [data-action=embed]")?;
        page.wait_for(
            "the dialogue",
            "return document.querySelector('dialog.embed-builder[open] textarea') !== null",
        )?;
        look("embed")?;
        page.key(Key::Escape)?;
        page.wait_for(
            "no dialogue",
            "return document.querySelector('dialog[open]') === null",
        )?;
        let go = |query: &str| page.go(&format!("?lang={language}&{query}"));
        go("view=month&from=2023-11-04&to=2023-11-04")?;
        page.sees("the month's day", |seen| seen.matched == Some(94))?;
        page.wait_for(
            "the month",
            "return document.querySelector('.month') !== null",
        )?;
        look("month")?;
        go("event=washington-2023-11-04")?;
        page.sees("it opened", |seen| seen.opened.is_some())?;
        look("event")?;
        go("q=nothing+is+called+this")?;
        page.sees("nothing", |seen| {
            seen.opened.is_none() && seen.matched == Some(0)
        })?;
        look("empty")?;
    }
    ensure!(found.is_empty(), "{found:#?}");
    Ok(())
}

fn long_words_fit(session: &Session) -> Result<()> {
    let accented = |letter: char| match letter {
        'a' => 'å',
        'e' => 'ê',
        'i' => 'ï',
        'o' => 'ö',
        'u' => 'ü',
        'n' => 'ñ',
        'A' => 'Å',
        'E' => 'É',
        other => other,
    };
    every_screen_fits(session, "de", &pseudo(accented)?)
}

fn long_words_from_right_to_left_fit(session: &Session) -> Result<()> {
    let arabic = |letter: char| match letter.to_ascii_lowercase() {
        lower @ 'a'..='z' => {
            const LETTERS: [char; 26] = [
                'ا', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ', 'ر', 'ز', 'س', 'ش', 'ص', 'ض', 'ط',
                'ظ', 'ع', 'غ', 'ف', 'ق', 'ك', 'ل', 'م', 'ن', 'ه',
            ];
            LETTERS[(lower as u8 - b'a') as usize]
        }
        other => other,
    };
    every_screen_fits(session, "ar", &pseudo(arabic)?)
}

/// The languages of the interface, as the built page has them.
const LANGUAGES: [&str; 12] = [
    "ar", "de", "en", "es", "fa", "fr", "id", "it", "ja", "pt", "tr", "ur",
];

/// The rule that takes longest: colours are the same in every language, and are looked at in two (`accessibility.rs`).
const WITHOUT: [&str; 1] = ["color-contrast"];

fn axe_in_every_language(session: &Session) -> Result<()> {
    let axe = source("node_modules/axe-core/axe.min.js")
        .context("axe-core is missing: run `cargo xtask test`, which sets everything up")?;
    let host = session.host()?;
    let page = session.visitor(PHONE)?;
    page.visit(&host.url(""))?;
    let mut found = Vec::new();
    for language in LANGUAGES {
        let mut look = |screen: &str| -> Result<()> {
            let violations = super::accessibility::violations(&page, &axe, &WITHOUT)?;
            if !violations.is_empty() {
                found.push(
                    json!({ "language": language, "screen": screen, "violations": violations }),
                );
            }
            Ok(())
        };
        let go = |query: &str| page.go(&format!("?lang={language}{query}"));
        go("")?;
        page.sees("the language", |seen| {
            seen.lang == language && seen.matched == Some(115) && seen.opened.is_none()
        })?;
        look("list")?;
        page.open_sheet("more")?;
        look("more")?;
        page.close_sheet()?;
        go("&event=washington-2023-11-04")?;
        page.sees("it opened", |seen| seen.opened.is_some())?;
        look("event")?;
        go("&view=month&from=2023-11-04&to=2023-11-04")?;
        page.sees("the month's day", |seen| {
            seen.opened.is_none() && seen.matched == Some(94)
        })?;
        look("month")?;
    }
    ensure!(
        found.is_empty(),
        "{}",
        serde_json::to_string_pretty(&found)?
    );
    Ok(())
}
