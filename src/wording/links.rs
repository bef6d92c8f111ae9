//! An event's links by what they are for, each with the host it leads to.

use event_file::{
    Event,
    link::{clickable, host},
};

use super::Language;

/// Links of one purpose.
pub struct Group {
    /// The CSS class.
    pub name: &'static str,
    /// The heading.
    pub term: String,
    /// The links.
    pub links: Vec<Shown>,
}

/// A link as shown.
pub struct Shown {
    /// Its words.
    pub label: String,
    /// Where it leads; `None` for what is not safe to follow or no address at all.
    pub href: Option<String>,
    /// The host it leads to, where the words do not say it.
    pub host: Option<String>,
}

/// The event's links; groups without a link are left out.
pub fn groups(event: &Event, language: &Language) -> Vec<Group> {
    let page = event
        .url
        .iter()
        .map(|url| named(language.text("links.page", &[]), url));
    let online = event
        .online
        .iter()
        .map(|url| named(language.text("links.online", &[]), url));
    let more = event
        .links
        .iter()
        .map(|link| named(link.label.to_string(), &link.url));
    let poster = event.image.iter().map(|url| {
        let label = String::from(event.image_alt.clone().unwrap_or_default());
        named(
            if label.is_empty() {
                language.text("links.poster", &[])
            } else {
                label
            },
            url,
        )
    });
    let links: Vec<Shown> = page.chain(online).chain(more).chain(poster).collect();
    let sources: Vec<Shown> = event
        .sources
        .iter()
        .map(|source| named(String::new(), source))
        .collect();
    let groups = [
        ("more", "links.links", links),
        ("sources", "links.sources", sources),
    ];
    groups
        .into_iter()
        .filter(|(_, _, links)| !links.is_empty())
        .map(|(name, key, links)| Group {
            name,
            term: language.text(key, &[]),
            links,
        })
        .collect()
}

fn named(label: String, url: &str) -> Shown {
    let href = clickable(url).then(|| url.to_owned());
    let host = href.as_deref().and_then(host);
    match (label.is_empty(), host) {
        (true, Some(host)) => Shown {
            label: host.to_owned(),
            href,
            host: None,
        },
        (true, None) => Shown {
            label: url.to_owned(),
            href,
            host: None,
        },
        (false, host) => Shown {
            label,
            host: host.map(str::to_owned),
            href,
        },
    }
}
