//! What search engines and hosts ask for: `sitemap.xml`, `robots.txt`, `404.html`, `.nojekyll`.

use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat, Utc};
use maud::{PreEscaped, html};

use crate::context::{Context, EventPage, month_path};
use crate::files::{Content, Files, text};
use crate::page;

/// The most pages of one sitemap (<https://www.sitemaps.org/protocol.html>).
const LARGEST: usize = 50_000;

const XML: PreEscaped<&str> = PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// These files.
pub(crate) fn files(context: &Context<'_>, files: &mut Files) {
    let url = &context.input.url;
    let pages: Vec<(String, DateTime<Utc>)> = pages(context).into_iter().collect();
    let parts: Vec<String> = pages.chunks(LARGEST).map(part(context)).collect();
    if let [only] = &parts[..] {
        files.insert("sitemap.xml".to_owned(), text(only.clone()));
    } else {
        let name = |number: usize| format!("sitemap-{number}.xml");
        let list = html! {
            (XML)
            sitemapindex xmlns=(NAMESPACE) {
                @for number in 1..=parts.len() { sitemap { loc { (url.of(&name(number))) } } }
            }
        };
        files.insert("sitemap.xml".to_owned(), text(list.into_string()));
        for (number, part) in (1..).zip(parts) {
            files.insert(name(number), text(part));
        }
    }
    let robots = format!(
        "User-agent: *\nAllow: /\n\nSitemap: {}\n",
        url.of("sitemap.xml")
    );
    files.insert("robots.txt".to_owned(), text(robots));
    files.insert("404.html".to_owned(), text(page::not_found(context)));
    // GitHub Pages then serves files whose names begin with `_` or `.`, too.
    files.insert(".nojekyll".to_owned(), Content::Bytes(Vec::new()));
}

/// Every page with when it last changed.
fn pages(context: &Context<'_>) -> BTreeMap<String, DateTime<Utc>> {
    let mut pages = BTreeMap::new();
    for (at, _, page) in context.events() {
        let path = match page {
            EventPage::Own(_) => context.path(at),
            EventPage::Month(month) => month_path(*month),
        };
        for path in [path, String::new()] {
            let last = pages.entry(path).or_insert(context.changed[at]);
            *last = context.changed[at].max(*last);
        }
    }
    let last = context.record.changes.last();
    pages.insert(
        page::CHANGES.to_owned(),
        last.map_or(context.record.since, |change| change.at),
    );
    pages
}

fn part(context: &Context<'_>) -> impl Fn(&[(String, DateTime<Utc>)]) -> String {
    |pages| {
        html! {
            (XML)
            urlset xmlns=(NAMESPACE) {
                @for (path, changed) in pages {
                    url {
                        loc { (context.input.url.of(path)) }
                        lastmod { (changed.to_rfc3339_opts(SecondsFormat::Secs, true)) }
                    }
                }
            }
        }
        .into_string()
    }
}
