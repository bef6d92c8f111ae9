//! Where an event stands in time, in words: “in 7 days”, “under way”, “over”.

use event_file::{Event, event::Status, zone::Zones};
use listing::{
    now::Now,
    stage::{self, Stage},
};

use super::Language;

/// Where an event stands in time.
pub struct Standing {
    /// In words.
    pub text: String,
    /// The CSS class.
    pub class: &'static str,
}

/// Where an event stands in time; `None` where its date is not known, or it does not take place then.
pub fn standing(
    event: &Event,
    now: &Now,
    zones: &dyn Zones,
    language: &Language,
) -> Option<Standing> {
    if matches!(event.status, Status::Cancelled | Status::Postponed) {
        return None;
    }
    let text = |key: &str| language.text(key, &[]);
    let (text, class) = match stage::stage(event, now, zones)? {
        Stage::Ahead(amount, unit) => (language.locale.relative(amount, unit), "ahead"),
        Stage::Begun => (text("stage.begun"), "now"),
        Stage::UnderWay => (text("stage.under_way"), "now"),
        Stage::Over => (text("stage.over"), "over"),
    };
    Some(Standing { text, class })
}
