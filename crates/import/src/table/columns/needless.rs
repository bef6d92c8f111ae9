//! Columns that say nothing of an event beside others: the numbers of rows, ids, postal codes, and when an entry was written.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{is_sent, postcode};
use crate::words::list::in_sections;
use crate::words::plain;

static HEADINGS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let headings = in_sections(include_str!("../../words/needless.txt"));
    headings.map(|(.., heading)| plain(heading)).collect()
});

/// Whether a heading, or the last part of a path of names, is of such a column: “lfd. Nr.”, `attributes.createdAt`.
pub fn is_needless(heading: &str) -> bool {
    let is = |heading: &str| HEADINGS.contains(&plain(heading)) || postcode::is(heading);
    let last = heading.rsplit('.').find(|part| !part.trim().is_empty());
    is(heading) || is_sent(heading) || is_path(heading) && last.is_some_and(is)
}

/// `outer.inner`: names with a dot and no space.
fn is_path(heading: &str) -> bool {
    heading.contains('.') && !heading.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_time_stamps_need_no_note() {
        for heading in [
            "No.",
            "Nr.",
            "lfd. Nr.",
            "Lp.",
            "№ п/п",
            "N°",
            "#",
            "Nr.p.k.",
            "Eil. Nr.",
            "STT",
            "序號",
            "Timestamp",
            "Zeitstempel",
            "createdAt",
            "created_at",
            "attributes.updatedAt",
            "id",
        ] {
            assert!(is_needless(heading), "{heading}");
        }
        for heading in [
            "Sector",
            "Gaat het door?",
            "Numbers expected",
            "à",
            "End",
            "Anything else?",
        ] {
            assert!(!is_needless(heading), "{heading}");
        }
    }
}
