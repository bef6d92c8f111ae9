//! Time zones: ids of the IANA time zone database, each looked up once.

use std::borrow::Cow;

use rustc_hash::FxHashSet;

use super::scope::Reading;
use crate::problem::ProblemKind;
use crate::zone::Zones;

/// The zones a file was found to use.
pub(super) struct KnownZones<'z> {
    zones: &'z dyn Zones,
    /// Ids that are right as they are written.
    right: FxHashSet<String>,
}

impl<'z> KnownZones<'z> {
    pub(super) fn new(zones: &'z dyn Zones) -> Self {
        Self {
            zones,
            right: FxHashSet::default(),
        }
    }

    /// Reads a zone id. Letters of the wrong case are mended; spaces for underscores are only suggested upon.
    ///
    /// Abbreviations are no ids, even those that browsers take for one: `BST` and `IST` are each the time of
    /// several countries.
    pub(super) fn timezone<'t>(&mut self, text: &'t str) -> Reading<Cow<'t, str>> {
        if self.right.contains(text) {
            return Reading::Good(text.into());
        }
        let tidy = text.trim().replace(' ', "_");
        match self.spelled(&tidy) {
            None => Reading::Bad(ProblemKind::NotAZone, None),
            Some(id) if id == text => {
                self.right.insert(id);
                Reading::Good(text.into())
            }
            Some(id) if tidy == text => {
                Reading::Lenient(id.clone().into(), ProblemKind::Spelling, Some(id))
            }
            Some(id) => Reading::Bad(ProblemKind::NotAZone, Some(id)),
        }
    }

    /// A zone's id as the database spells it; `None` if there is no such zone.
    fn spelled(&self, id: &str) -> Option<String> {
        if let Some(word) = ["UTC", "GMT"]
            .iter()
            .find(|word| word.eq_ignore_ascii_case(id))
        {
            return Some((*word).to_owned());
        }
        let found = has_form(id).then(|| self.zones.spelled(id))??;
        // Browsers answer with the current id of a zone that was renamed.
        let is_older = !found.eq_ignore_ascii_case(id);
        let looks_right = id
            .split('/')
            .all(|part| part.starts_with(|c: char| c.is_ascii_uppercase()));
        Some(match is_older && looks_right {
            true => id.to_owned(),
            false => found,
        })
    }
}

/// What browsers still know as zones (ICU's `icuzones` and links of its own) though the database has dropped it.
const DROPPED: [&str; 3] = ["SystemV/", "Canada/East-Saskatchewan", "US/Pacific-New"];

/// Whether it has the form `Area/Location`, as the database's theory file has it.
fn has_form(id: &str) -> bool {
    let part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_alphabetic())
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"_-+".contains(&byte))
    };
    let Some((area, location)) = id.split_once('/') else {
        return false;
    };
    let begins = |dropped: &&str| {
        let start = id.get(..dropped.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(dropped))
    };
    let is_dropped = DROPPED.iter().any(begins);
    id.len() <= 64 && !is_dropped && part(area) && location.split('/').all(part)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDateTime;
    use chrono_tz::Tz;

    use super::*;

    /// The tz database, as the tool asks it.
    struct Database;

    impl Zones for Database {
        fn offset(&self, _: &str, _: NaiveDateTime) -> Option<i32> {
            None
        }

        fn spelled(&self, id: &str) -> Option<String> {
            let named = |zone: &&Tz| zone.name().eq_ignore_ascii_case(id);
            let zone = chrono_tz::TZ_VARIANTS.iter().find(named)?;
            Some(zone.name().to_owned())
        }
    }

    /// ICU, as Chromium asks it: it answers with another id of a renamed zone, and accepts abbreviations.
    struct Icu;

    impl Zones for Icu {
        fn offset(&self, _: &str, _: NaiveDateTime) -> Option<i32> {
            None
        }

        fn spelled(&self, id: &str) -> Option<String> {
            let known = |old: &str| old.eq_ignore_ascii_case(id);
            if known("Asia/Kolkata") {
                return Some("Asia/Calcutta".to_owned());
            }
            let accepted = [
                "BST",
                "AST",
                "IST",
                "EST",
                "PST8PDT",
                "CET",
                "SystemV/AST4",
                "Canada/East-Saskatchewan",
                "US/Pacific-New",
            ];
            if accepted.iter().any(|old| known(old)) {
                return Some(id.to_owned());
            }
            Database.spelled(id)
        }
    }

    /// `Ok` with what it is read as, `Err` with the suggestion; the same in the page and in the tool.
    #[track_caller]
    fn check(text: &str, expected: Result<&str, Option<&str>>) {
        for zones in [&Database as &dyn Zones, &Icu] {
            let mut zones = KnownZones::new(zones);
            // The second time it is known.
            for _ in 0..2 {
                let found = match zones.timezone(text) {
                    Reading::Good(id) => {
                        assert_eq!(id, text);
                        Ok(id)
                    }
                    Reading::Lenient(id, _, write) => {
                        assert_eq!(write.as_deref(), Some(&*id));
                        Ok(id)
                    }
                    Reading::Bad(_, write) => Err(write),
                };
                let found = found.as_deref().map_err(|write| write.as_deref());
                assert_eq!(found, expected, "{text}");
            }
        }
    }

    #[test]
    fn ids_of_the_database_are_zones() {
        for zone in [
            "Europe/Paris",
            "America/Argentina/Buenos_Aires",
            "America/Port-au-Prince",
            "Asia/Calcutta",
            "Asia/Kolkata",
            "US/Pacific",
            "Etc/GMT+5",
            "Etc/UTC",
            "UTC",
            "GMT",
        ] {
            check(zone, Ok(zone));
        }
    }

    #[test]
    fn another_case_is_mended() {
        check("europe/paris", Ok("Europe/Paris"));
        check("AMERICA/port-AU-prince", Ok("America/Port-au-Prince"));
        check("etc/gmt+5", Ok("Etc/GMT+5"));
        check("utc", Ok("UTC"));
    }

    #[test]
    fn mistyped_ids_and_abbreviations_are_none() {
        check("America/New York", Err(Some("America/New_York")));
        check(" europe/paris", Err(Some("Europe/Paris")));
        for wrong in [
            "Europe/Pariss",
            "Mars/Olympus",
            "BST",
            "AST",
            "IST",
            "EST",
            "CET",
            "PST8PDT",
            "SystemV/AST4",
            "systemv/ast4",
            "Canada/East-Saskatchewan",
            "US/Pacific-New",
            "us/pacific-new",
            "Etc/Unknown",
            "+02:00",
            "UTC+2",
            "GMT+1",
            "Paris time",
            "Europe/",
            "/Paris",
            "Europe/Zürich",
            "Singapore",
        ] {
            check(wrong, Err(None));
        }
    }
}
