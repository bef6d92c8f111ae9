//! The words that stand around dates and hours, by what they are for.

use std::sync::LazyLock;

use super::phrases::Phrases;
use crate::words::list::in_lines;

/// What a word is for; see `words.txt`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Before an hour: “kl. 18”.
    Hour,
    /// Before an hour with minutes: “um 14.30”.
    Before,
    /// After an hour: “18 Uhr”.
    Clock,
    /// Beside an hour, in a language that counts them to 24.
    Counted,
    /// After minutes.
    Minutes,
    /// Half past.
    Half,
    /// From one hour or day to another.
    Until,
    /// Around a date or hour, without a meaning of its own.
    Around,
    /// A date or hour is not certain.
    Doubt,
    /// The hour is not known yet.
    Unannounced,
    /// The day is not known yet.
    Undated,
    /// Between a day's number and its month.
    Of,
    /// At the end of a day's number.
    Ordinal,
    /// The first day of a month, in a word: “Första maj”.
    First,
    /// Beside a year.
    Year,
    /// Before a date on which something takes place.
    On,
    /// Before a day of the week: each.
    Every,
    /// A time zone's abbreviation.
    Zone,
    /// Before the hour at which something ends.
    End,
    /// An ending of the language's grammar behind an hour.
    Ending,
    /// Before or after something that takes place: “after Friday prayers”.
    After,
    /// What takes place at no fixed hour: a prayer, the end of work, an open end.
    Occasion,
    /// Sunset and its like.
    Daylight,
    /// A part of an hour in words: “half past two”.
    Fraction,
    /// What people do at an hour beside the one at which it begins: “doors 7 pm”.
    Stage,
    /// Between two things of the same kind: “10 am and 5 pm”.
    And,
    /// Before an hour that no longer holds: “2 pm instead of 1 pm”.
    Instead,
    /// Before two hours from one of which to the other something lasts: “between 2 and 4 pm”.
    Between,
    /// A feast day beside a date.
    Feast,
    /// Before a day that holds only if the other does not: “rain date”.
    Alternative,
    /// Before the day for which it was announced first: “rescheduled from”.
    MovedFrom,
    /// How people get there together: “coaches from”.
    Travel,
    /// Behind an hour that holds for all entries below: “unless stated”.
    ForAll,
    /// That it begins at an hour: “starts at 3”.
    Begins,
    /// Before the name of the place where people are: “at”, “auf dem”.
    Place,
    /// Before where they go: “to”.
    Towards,
    /// What is known later, or where more is said: “details to follow”.
    Details,
    /// Before what comes later, or the place where it ends: “then”, “slutter på”.
    Afterwards,
    /// Before what takes place in the stead of something cancelled: “stattdessen”.
    Replaced,
    /// Instead of an event: “no action”.
    None,
    /// Before what people do, of which there is none: “no hay marcha”.
    Without,
    /// Alone, in the place of a place: “nothing”.
    Nothing,
    /// Before what corrects an earlier entry: “now 2 pm”.
    Corrected,
    /// It changes the place or the hour of an entry: “new venue”.
    Changed,
    /// Before a day of the week, counted from today: “next Sunday”.
    Next,
    /// A day by its distance from today: “tomorrow”.
    Today,
    /// A day by its distance from another one: “the day after”.
    Later,
    /// Beside the number of a week: “week 50”.
    Week,
    /// Beside the number of a day of the month: “Día 8”.
    Day,
    /// Before a year in which something began: “since 1960”.
    Since,
    /// Before the day on which a page was published: “last updated”.
    Published,
    /// When an office is open: “opening hours”.
    Office,
    /// What begins a remark about an event as a whole: “this event”.
    Event,
    /// Before the name of another entry: “see Essen”.
    See,
    /// Before a day on which something recurring does not take place.
    Except,
    /// Before a day up to which people register.
    Deadline,
    /// Before an hour, and rarely before another number: “at 5”.
    At,
    /// On each day: “täglich”.
    Daily,
    /// The hour at which a day ends and another begins.
    Midnight,
    /// It is still to come: “new date to follow”.
    Pending,
    /// The event is not confirmed yet: “TBC” beside nothing but a city.
    Unconfirmed,
    /// Before the number of a day to which something is moved: “reporté au 12”.
    Onto,
    /// Behind an hour, and part of it: “14 heures trente”.
    OfHour,
    /// What ends an event or is a part of it: “closing rally”.
    Closing,
    /// It is over: “last week”.
    Past,
    /// Before an entry and a colon: “also”, “note”.
    Intro,
    /// Of a heading, besides its day, and says nothing of what follows: “further dates”.
    Further,
    /// What a text as a whole is: “press release”, “newsletter”.
    Letterhead,
    /// Of the heading of a list, and says nothing of what its events are: “calendar”, “as follows”.
    Listing,
    /// Before what an event is for or against.
    About,
    /// How a letter begins: “Dear friends”.
    Greeting,
    /// How a letter ends: “In solidarity”.
    SignOff,
    /// Before what else there is at an event, or is not: “with a bike ride”.
    With,
    /// Before the place where people gather or set off: “meet at”.
    Gather,
    /// Before where people set off: “from”.
    SetOff,
    /// Last words before the day to which something is moved: “moved to”.
    MovedOnto,
    /// Last words before the day from which something is moved.
    MovedOff,
    /// Before the day of something that takes place: “is on”.
    Held,
    /// Before a name in quotation marks: “under the slogan”.
    Motto,
    /// Before the hours at which an office is open: “open Mon–Fri 9–5”.
    Open,
}

impl Purpose {
    const ALL: [(&'static str, Self); 80] = [
        ("hour", Self::Hour),
        ("details", Self::Details),
        ("place", Self::Place),
        ("towards", Self::Towards),
        ("afterwards", Self::Afterwards),
        ("begins", Self::Begins),
        ("before", Self::Before),
        ("clock", Self::Clock),
        ("counted", Self::Counted),
        ("minutes", Self::Minutes),
        ("half", Self::Half),
        ("until", Self::Until),
        ("around", Self::Around),
        ("doubt", Self::Doubt),
        ("unannounced", Self::Unannounced),
        ("undated", Self::Undated),
        ("of", Self::Of),
        ("ordinal", Self::Ordinal),
        ("first", Self::First),
        ("year", Self::Year),
        ("on", Self::On),
        ("every", Self::Every),
        ("zone", Self::Zone),
        ("end", Self::End),
        ("ending", Self::Ending),
        ("after", Self::After),
        ("occasion", Self::Occasion),
        ("daylight", Self::Daylight),
        ("fraction", Self::Fraction),
        ("stage", Self::Stage),
        ("and", Self::And),
        ("instead", Self::Instead),
        ("between", Self::Between),
        ("feast", Self::Feast),
        ("alternative", Self::Alternative),
        ("moved-from", Self::MovedFrom),
        ("travel", Self::Travel),
        ("for-all", Self::ForAll),
        ("replaced", Self::Replaced),
        ("none", Self::None),
        ("without", Self::Without),
        ("nothing", Self::Nothing),
        ("corrected", Self::Corrected),
        ("changed", Self::Changed),
        ("next", Self::Next),
        ("today", Self::Today),
        ("later", Self::Later),
        ("week", Self::Week),
        ("day", Self::Day),
        ("since", Self::Since),
        ("published", Self::Published),
        ("office", Self::Office),
        ("event", Self::Event),
        ("see", Self::See),
        ("except", Self::Except),
        ("deadline", Self::Deadline),
        ("at", Self::At),
        ("daily", Self::Daily),
        ("midnight", Self::Midnight),
        ("pending", Self::Pending),
        ("unconfirmed", Self::Unconfirmed),
        ("onto", Self::Onto),
        ("of-hour", Self::OfHour),
        ("closing", Self::Closing),
        ("past", Self::Past),
        ("intro", Self::Intro),
        ("further", Self::Further),
        ("letterhead", Self::Letterhead),
        ("listing", Self::Listing),
        ("about", Self::About),
        ("greeting", Self::Greeting),
        ("sign-off", Self::SignOff),
        ("with", Self::With),
        ("gather", Self::Gather),
        ("set-off", Self::SetOff),
        ("moved-onto", Self::MovedOnto),
        ("moved-off", Self::MovedOff),
        ("held", Self::Held),
        ("motto", Self::Motto),
        ("open", Self::Open),
    ];

    /// The phrases for it.
    pub fn phrases(self) -> &'static Phrases<()> {
        static TABLES: LazyLock<Vec<(Purpose, Phrases<()>)>> = LazyLock::new(|| {
            let tables = Purpose::ALL.into_iter().map(|(name, purpose)| {
                let mut phrases = Phrases::default();
                // What says that an hour holds for all stands around it as well.
                let is_of = |of: &str| of == name || purpose == Purpose::Around && of == "for-all";
                for (_, _, phrase) in
                    in_lines(include_str!("words.txt")).filter(|line| is_of(line.0))
                {
                    phrases.add(&phrase, ());
                }
                (purpose, phrases)
            });
            let mut tables: Vec<_> = tables.collect();
            tables.sort_by_key(|(purpose, _)| *purpose as usize);
            tables
        });
        static NONE: LazyLock<Phrases<()>> = LazyLock::new(Phrases::default);
        // Each purpose has its table, and they are in the order of the purposes.
        TABLES
            .get(self as usize)
            .map_or(&NONE, |(_, phrases)| phrases)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tables are looked up by the number of their purpose.
    #[test]
    fn every_purpose_has_its_table() {
        let mut numbers: Vec<usize> = Purpose::ALL
            .iter()
            .map(|(_, purpose)| *purpose as usize)
            .collect();
        numbers.sort_unstable();
        assert!(numbers.into_iter().eq(0..Purpose::ALL.len()));
        for (name, purpose) in Purpose::ALL {
            let own = in_lines(include_str!("words.txt")).find(|(of, ..)| *of == name);
            let (_, _, phrase) = own.unwrap_or_else(|| panic!("no words for {name}"));
            let tokens = crate::when::tokens::tokens(&phrase);
            assert!(purpose.phrases().past(&tokens, 0).is_some(), "{name}");
        }
    }
}
