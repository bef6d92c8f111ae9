//! Addresses that, by their form alone, lead nowhere.

use event_file::link;
use gazetteer::Gazetteer;

use super::super::finding::{Finding, Severity};
use super::super::subject::Subject;

pub fn check(subject: &Subject<'_>, _: &Gazetteer) -> Vec<Finding> {
    let event = subject.event;
    let mut links: Vec<(String, &str)> = Vec::new();
    let named = [
        ("url", &event.url),
        ("online", &event.online),
        ("image", &event.image),
    ];
    for (name, url) in named {
        links.extend(url.as_deref().map(|url| (name.to_owned(), url)));
    }
    let many = event.sources.len() > 1;
    for (at, source) in event.sources.iter().enumerate() {
        let name = match many {
            true => format!("source[{at}]"),
            false => "source".to_owned(),
        };
        links.push((name, source));
    }
    for (at, link) in event.links.iter().enumerate() {
        links.push((format!("links[{at}].url"), &link.url));
    }
    let found = links.into_iter().filter_map(|(field, url)| {
        let what = dead(url)?;
        let message = format!("This link looks dead: {what}.");
        let finding = Finding::new(
            Severity::Warning,
            "dead_link",
            subject.entry,
            &field,
            message,
        );
        Some(finding.help("Open it, and copy the whole address."))
    });
    found.collect()
}

/// Why an address that can be made a link leads nowhere.
fn dead(url: &str) -> Option<&'static str> {
    if let Some(address) = url.strip_prefix("mailto:") {
        return (!address.contains('@')).then_some("a mail address has an @");
    }
    let host = link::host(url)?;
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    if url.ends_with(['…']) || url.ends_with("...") || url.contains("/...") {
        Some("it is cut off")
    } else if rest.starts_with("http:")
        || rest.starts_with("https:")
        || name == "http"
        || name == "https"
    {
        Some("http stands in it twice")
    } else if name.starts_with('[') {
        None
    } else if !name.contains('.') {
        Some("no host on the web has a name without a dot")
    } else if is_local(name) {
        Some("it leads into one's own network")
    } else if name.contains("..") || name.ends_with('.') || name.contains(',') {
        Some("its host is not written right")
    } else if url
        .trim_end_matches('.')
        .ends_with([',', ';', '"', '\'', '>', '”', '»'])
        || url.trim_end_matches('.').ends_with(')') && !url.contains('(')
    {
        Some("it ends with a mark that belongs to the sentence around it")
    } else {
        None
    }
}

fn is_local(host: &str) -> bool {
    let local = ["127.", "10.", "192.168.", "0.0.0.0", "169.254."];
    let is_number = host.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    host.ends_with(".local")
        || host.ends_with(".localhost")
        || is_number && local.iter().any(|start| host.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(url: &str, is_dead: bool) {
        assert_eq!(dead(url).is_some(), is_dead, "{url}: {:?}", dead(url));
    }

    #[test]
    fn the_form_tells_dead_links() {
        check("https://example.org/march", false);
        check("https://example.org:8080/march?a=1,2", false);
        check("https://de.wikipedia.org/wiki/Lyon_(Stadt)", false);
        check("https://مثال.إختبار/", false);
        check("https://[2001:db8::1]/", false);
        check("mailto:a@example.org", false);
        check("tel:+4930", false);
        check("Le Monde, 4 November", false);
        check("https://example.org/a-long-na…", true);
        check("https://facebook.com/events/12345...", true);
        check("https://https://example.org/", true);
        check("http://https//example.org/", true);
        check("https://march/", true);
        check("http://localhost:8080/", true);
        check("http://192.168.1.5/", true);
        check("https://example..org/", true);
        check("https://example.org/a).", true);
        check("https://example.org/a)", true);
        check("https://example.org/a,", true);
        check("mailto:example.org", true);
    }
}
