//! What an editor would look at, a file each: every rule sees the events and says what it finds.

mod clock;
mod country;
mod hour;
mod ids;
mod link;
mod position;
mod twin;
mod zone;

pub use ids::Before;

use gazetteer::Gazetteer;

use super::finding::Finding;
use super::subject::Subject;

/// What rules work with.
pub struct Desk<'a> {
    /// The events.
    pub subjects: &'a [Subject<'a>],
    /// Where places are.
    pub gazetteer: &'a Gazetteer,
    /// The file as it was, to compare with.
    pub before: Option<&'a Before>,
}

/// A rule that looks at one event at a time.
type One = fn(&Subject<'_>, &Gazetteer) -> Vec<Finding>;

const EACH: &[One] = &[
    position::check,
    country::check,
    zone::check,
    clock::check,
    hour::check,
    link::check,
];

/// Everything the rules find, in the order of the entries.
pub fn check(desk: &Desk<'_>) -> Vec<Finding> {
    let one = |subject| {
        EACH.iter()
            .flat_map(move |rule| rule(subject, desk.gazetteer))
    };
    let mut findings: Vec<Finding> = desk.subjects.iter().flat_map(one).collect();
    findings.extend(hour::odd_years(desk.subjects));
    findings.extend(twin::check(desk.subjects));
    findings.extend(ids::check(desk.subjects, desk.before));
    findings
}
