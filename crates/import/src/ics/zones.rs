//! The zones of a calendar: by their IANA ids, by Windows' names, by ids with something around them, and
//! by the rules that the calendar itself gives (RFC 5545, section 3.6.5).

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Datelike as _, Duration, NaiveDate, NaiveDateTime, Weekday};
use tz_database::named;

use super::component::Component;
use super::windows;

/// In which zone a time is written.
#[derive(Debug, Clone, PartialEq)]
pub enum Zone {
    /// `…Z`.
    Utc,
    /// An IANA id.
    Named(String),
    /// Rules of the calendar's own, without a name that anybody else knows.
    Custom(Arc<Custom>),
    /// None is given, or one that nothing explains.
    Floating,
}

/// A zone by its rules.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Custom(Vec<Rule>);

/// STANDARD or DAYLIGHT: when it begins, and the offset then.
#[derive(Debug, Clone, PartialEq)]
struct Rule {
    from: NaiveDateTime,
    offset: i32,
    before: i32,
    yearly: Option<Yearly>,
    dates: Vec<NaiveDateTime>,
    until: Option<NaiveDateTime>,
}

/// The n-th day of the week of a month, counted from its end when negative.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Yearly {
    month: u32,
    nth: i32,
    day: Weekday,
}

/// What the zones of a calendar are called in it.
#[derive(Debug, Default)]
pub struct ZonesOf {
    own: HashMap<String, Zone>,
}

impl ZonesOf {
    /// Takes the VTIMEZONE components of a calendar.
    pub fn new<'a>(components: impl Iterator<Item = &'a Component>) -> Self {
        let mut own = HashMap::new();
        for component in components {
            let Some(id) = component.value("TZID") else {
                continue;
            };
            let place = component.value("X-LIC-LOCATION").and_then(known);
            let zone = known(id)
                .or(place)
                .map_or_else(|| custom(component), Zone::Named);
            own.insert(unescaped(id), zone);
        }
        Self { own }
    }

    /// The zone a TZID means.
    pub fn named(&self, id: &str) -> Zone {
        match self.own.get(&unescaped(id)) {
            Some(zone) => zone.clone(),
            None => known(id).map_or(Zone::Floating, Zone::Named),
        }
    }
}

/// An id as its parameter has it: the property's value is a text, with commas escaped.
fn unescaped(id: &str) -> String {
    id.trim().trim_matches('"').replace('\\', "")
}

/// The IANA id that a name means: itself, a name of Windows', or one at the end of a longer id such as
/// `/mozilla.org/20070129_1/Europe/Paris`.
pub fn known(id: &str) -> Option<String> {
    let id = id.trim().trim_matches('"');
    if let Some(zone) = named(id) {
        return Some(zone.name().to_owned());
    }
    if let Some(zone) = windows::iana(id) {
        return Some(zone.to_owned());
    }
    if !id.starts_with('/') || id.len() > 200 {
        return None;
    }
    let parts = id.match_indices('/').map(|(at, _)| &id[at + 1..]);
    let ends: Vec<&str> = parts.filter(|end| end.contains('/')).collect();
    ends.into_iter()
        .find_map(|end| named(end).map(|zone| zone.name().to_owned()))
}

fn custom(component: &Component) -> Zone {
    let rules: Vec<Rule> = component.inner.iter().filter_map(rule).collect();
    match rules.is_empty() {
        true => Zone::Floating,
        false => Zone::Custom(Arc::new(Custom(rules))),
    }
}

fn rule(part: &Component) -> Option<Rule> {
    let clock = |value: &str| {
        NaiveDateTime::parse_from_str(value.trim().trim_end_matches('Z'), "%Y%m%dT%H%M%S").ok()
    };
    let repeat = part.value("RRULE").unwrap_or_default();
    let of = |name: &str| {
        repeat
            .split(';')
            .find_map(|part| part.strip_prefix(name)?.strip_prefix('='))
    };
    let dates = part
        .all("RDATE")
        .flat_map(|property| property.value.split(','));
    Some(Rule {
        from: clock(part.value("DTSTART")?)?,
        offset: offset(part.value("TZOFFSETTO")?)?,
        before: offset(part.value("TZOFFSETFROM")?)?,
        yearly: (of("FREQ") == Some("YEARLY"))
            .then(|| yearly(of("BYMONTH")?, of("BYDAY")?))
            .flatten(),
        dates: dates.take(1000).filter_map(clock).collect(),
        until: of("UNTIL").and_then(clock),
    })
}

fn yearly(month: &str, day: &str) -> Option<Yearly> {
    let (nth, name) = day.split_at_checked(day.len().checked_sub(2)?)?;
    let day = match name {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    };
    let nth = if nth.is_empty() { 1 } else { nth.parse().ok()? };
    Some(Yearly {
        month: month.parse().ok()?,
        nth,
        day,
    })
}

/// `+0100`, `-033000`, in minutes.
fn offset(value: &str) -> Option<i32> {
    let value = value.trim();
    let (sign, digits) = match value.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, value.strip_prefix('+').unwrap_or(value)),
    };
    let part = |from: usize| digits.get(from..from + 2)?.parse::<i32>().ok();
    let minutes = part(0)? * 60 + part(2)?;
    (minutes <= 18 * 60).then_some(sign * minutes)
}

impl Custom {
    /// The offset of the rule that began last.
    pub(super) fn at(&self, local: NaiveDateTime) -> i32 {
        let begun = self
            .0
            .iter()
            .filter_map(|rule| Some((rule.begun(local)?, rule.offset)));
        let last = begun
            .max_by_key(|(from, _)| *from)
            .map(|(_, offset)| offset);
        last.or_else(|| self.0.first().map(|rule| rule.before))
            .unwrap_or(0)
    }
}

impl Rule {
    /// When it last began, at or before a time.
    fn begun(&self, local: NaiveDateTime) -> Option<NaiveDateTime> {
        let years = [
            local.year(),
            local.year() - 1,
            self.until.map_or(local.year(), |until| until.year()),
        ];
        let repeated = years
            .into_iter()
            .filter_map(|year| self.yearly?.in_year(year, self.from));
        let all = repeated
            .chain(self.dates.iter().copied())
            .chain([self.from]);
        let ended = |at: &NaiveDateTime| {
            self.until
                .is_none_or(|until| *at <= until + Duration::days(1))
        };
        all.filter(|at| *at <= local && *at >= self.from && ended(at))
            .max()
    }
}

impl Yearly {
    fn in_year(self, year: i32, like: NaiveDateTime) -> Option<NaiveDateTime> {
        let first = NaiveDate::from_ymd_opt(year, self.month, 1)?;
        let date = if self.nth > 0 {
            NaiveDate::from_weekday_of_month_opt(
                year,
                self.month,
                self.day,
                u8::try_from(self.nth).ok()?,
            )?
        } else {
            let next = first.checked_add_months(chrono::Months::new(1))?;
            let last = next.pred_opt()?;
            let back = i64::from(last.weekday().days_since(self.day))
                + 7 * i64::from(-1 - self.nth.max(-5));
            last.checked_sub_signed(Duration::days(back))?
        };
        Some(date.and_time(like.time()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_zones() {
        assert_eq!(known("Europe/Paris").as_deref(), Some("Europe/Paris"));
        assert_eq!(
            known("/mozilla.org/20070129_1/America/Argentina/Salta").as_deref(),
            Some("America/Argentina/Salta")
        );
        assert_eq!(known("Tokyo Standard Time").as_deref(), Some("Asia/Tokyo"));
        assert_eq!(known("Customized Time Zone"), None);
        assert_eq!(
            (offset("-0330"), offset("+053000"), offset("99")),
            (Some(-210), Some(330), None)
        );
    }
}
