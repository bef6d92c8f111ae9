//! A mail or an issue to the calendar's editors about one entry.

use event_file::{
    Event,
    file::About,
    link::{clickable, host},
};
use query::form;

use super::{Language, place, time};

/// The most letters of one line: an issue's address may have 8,191 bytes.
const LONGEST: usize = 300;

/// Where a visitor says that an entry is wrong.
pub struct Correction {
    /// Where it leads.
    pub href: String,
    /// The host it leads to; a mail has none.
    pub host: Option<String>,
}

/// A mail to the calendar's address, else an issue in its repository, each with what the entry said; else its page for
/// contact. `link` is the entry's own address.
pub fn correction(
    event: &Event,
    link: &str,
    about: &About,
    language: &Language,
) -> Option<Correction> {
    let contact = &about.contact;
    let title: String = event
        .title_in(&language.code)
        .text
        .chars()
        .take(LONGEST)
        .collect();
    let subject = language.text("correction.subject", &[("title", &title)]);
    let body = || {
        let when = event
            .start
            .map(|start| time::full(start, event.end, language));
        let known = [
            Some(event.id.to_string()),
            Some(title.clone()),
            when,
            place::line(event, language),
            Some(link.to_owned()),
        ];
        let known = known.into_iter().flatten();
        let known: Vec<String> = known
            .map(|line| line.chars().take(LONGEST).collect())
            .collect();
        let ask = language.text("correction.ask", &[]);
        format!("{ask}\n\n\n-- \n{}\n", known.join("\n"))
    };
    let mail = contact.email.as_ref().map(|email| {
        let fields = fields(&[("subject", &subject), ("body", &body())]);
        // In a mail's address a blank is not written as in a form (RFC 6068).
        format!("mailto:{email}?{}", fields.replace('+', "%20"))
    });
    let issue = contact.repository.as_ref().map(|repository| {
        let fields = fields(&[("title", &subject), ("body", &body())]);
        format!("https://github.com/{repository}/issues/new?{fields}")
    });
    let page = contact.url.as_ref().map(|url| url.to_string());
    let mut all = [mail, issue, page].into_iter().flatten();
    let href = all.find(|href| clickable(href))?;
    Some(Correction {
        host: host(&href).map(str::to_owned),
        href,
    })
}

fn fields(all: &[(&str, &str)]) -> String {
    let mut out = String::new();
    for (name, value) in all {
        form::append(&mut out, name, value);
    }
    out
}

#[cfg(test)]
mod tests {
    use event_file::{read, zone::NoRules};

    use super::*;
    use crate::wording::samples::english;

    fn check(contact: &str, expected: Option<&str>) {
        let file = format!(
            r#"{{"calendar": {{"contact": {{{contact}}}}}, "events": [
                {{"id": "a1", "title": "March & rally", "start": "2023-11-04T14:00", "city": "Lyon"}}]}}"#
        );
        let (calendar, _) = read(file.into_bytes(), &NoRules).unwrap();
        let link = "https://example.org/?event=a1";
        let found = correction(&calendar.events[0], link, &calendar.about, &english("en"));
        assert_eq!(found.map(|found| found.href).as_deref(), expected);
    }

    #[test]
    fn the_editors_learn_which_entry_and_what_it_said() {
        check(
            r#""email": "post@example.org", "repository": "a/b""#,
            Some(
                "mailto:post@example.org?subject=Correction:%20March%20%26%20rally&body=What%20is%20wrong,%20and%20how%20do%20you%20know%3F\
                 %0A%0A%0A--%20%0Aa1%0AMarch%20%26%20rally%0A2023-11-04,%2014:00%0ALyon%0Ahttps://example.org/%3Fevent%3Da1%0A",
            ),
        );
        check(
            r#""repository": "a/b""#,
            Some(
                "https://github.com/a/b/issues/new?title=Correction:+March+%26+rally&body=What+is+wrong,+and+how+do+you+know%3F\
                 %0A%0A%0A--+%0Aa1%0AMarch+%26+rally%0A2023-11-04,+14:00%0ALyon%0Ahttps://example.org/%3Fevent%3Da1%0A",
            ),
        );
        check(
            r#""url": "https://example.org/contact""#,
            Some("https://example.org/contact"),
        );
        check("", None);
    }
}
