//! What `index.html` says where there are no scripts, in every language: no script can choose the visitor's.

use texts::direction;

use super::text::Texts;

/// The page.
pub(super) const PAGE: &str = "index.html";

/// That the page does not say it in a language, or in other words than the language file has.
pub(super) fn fault(page: &str, code: &str, texts: &Texts) -> Option<String> {
    let text = |key: &str| texts.get(key).map_or("", String::as_str);
    let link = format!("<a href=\"events.json\">{}</a>", text("failed.event_file"));
    let sentence = text("failed.no_app").replace("{{file}}", &link);
    let language = match (code, direction(code).dir()) {
        // That of the page.
        ("en", _) => String::new(),
        (_, "rtl") => format!(" lang=\"{code}\" dir=\"rtl\""),
        _ => format!(" lang=\"{code}\""),
    };
    let line = format!("<p class=\"notice\"{language}>{sentence}</p>");
    let (_, within) = page.split_once("<noscript>")?;
    let (within, _) = within.split_once("</noscript>")?;
    (!within.contains(&line)).then(|| format!("{PAGE}: <noscript> lacks this line: {line}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_said_in_its_own_words() {
        let texts: Texts = [
            ("failed.no_app", "Kein Kalender. {{file}} geht."),
            ("failed.event_file", "Die Datei"),
        ]
        .map(|(key, text)| (key.to_owned(), text.to_owned()))
        .into();
        let check = |code: &str, line: &str, expected: bool| {
            let page = format!("<noscript>{line}</noscript>");
            assert_eq!(fault(&page, code, &texts).is_none(), expected, "{line}");
        };
        let text = "Kein Kalender. <a href=\"events.json\">Die Datei</a> geht.</p>";
        check(
            "de",
            &format!("<p class=\"notice\" lang=\"de\">{text}"),
            true,
        );
        check("en", &format!("<p class=\"notice\">{text}"), true);
        check(
            "ur",
            &format!("<p class=\"notice\" lang=\"ur\" dir=\"rtl\">{text}"),
            true,
        );
        check(
            "ur",
            &format!("<p class=\"notice\" lang=\"ur\">{text}"),
            false,
        );
        check(
            "de",
            "<p class=\"notice\" lang=\"de\">Kein Kalender.</p>",
            false,
        );
    }
}
