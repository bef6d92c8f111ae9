//! What the events of a list are called that have no title of their own: as the list is.

use super::Document;
use super::headings::name::{Surety, cut_before_day, has, may_be_first, name_in};
use super::line::Line;
use super::places::{Places, country};
use crate::actions::{action_past, is_action, is_compound};
use crate::cancelled;
use crate::draft::Draft;
use crate::mail;
use crate::when::tokens::{Token, tokens};
use crate::when::words::Purpose;

/// The longest text that has a name, in bytes.
const LONGEST: usize = 500;

/// So many entries are a list.
const LEAST: usize = 2;

/// So many are a list whose first line is what it is called, where two of three have no title.
const LEAST_OF_FIRST: usize = 2;

impl Document<'_> {
    /// Gives an entry without a title that of the heading of its day: “Human Rights Day vigils – Thursday 10 December”.
    pub fn name_by_day(&mut self, draft: &mut Draft, heading: Option<&str>) {
        if !lacks_name(draft) {
            return;
        }
        let is_place = |text: &str| is_place(text, self.places);
        let name = heading.and_then(|text| name_in(&Line::new(0, text), is_place));
        if let Some((name, _)) = name.filter(|(_, surety)| *surety > Surety::First) {
            draft.put("title", &title_in(&name, draft));
            *self.named_by_day.entry(name).or_default() += 1;
        }
    }

    /// Gives the entries without a title that of the list, if at least half of all have none, and says so.
    pub fn name_all<'l>(&mut self, lines: impl Iterator<Item = &'l Line>, subject: Option<&str>) {
        for (name, count) in std::mem::take(&mut self.named_by_day) {
            let entries = match count {
                1 => "1 entry without a title of its own is".to_owned(),
                _ => format!("{count} entries without a title of their own are"),
            };
            self.reading.notes.push(format!(
                "{entries} called “{name}”, like the heading of their day"
            ));
        }
        let drafts = &mut self.reading.drafts;
        for draft in drafts.iter_mut() {
            mend_title(draft);
        }
        let all = drafts.len();
        let count = |lacks: fn(&Draft) -> bool| drafts.iter().filter(|draft| lacks(draft)).count();
        let (untitled, nameless) = (count(Draft::is_untitled), count(lacks_name));
        let Some(first) = drafts.iter().map(|draft| draft.origin.number).min() else {
            return;
        };
        // The only event of a mail is what its subject says, that of a text what its first lines say.
        let is_only = all == 1 && nameless == 1;
        if !is_only && (nameless < LEAST || nameless * 2 < all) {
            return;
        }
        // A line that says of all events that they are off names none.
        let is_reject = |line: &Line| {
            let mut rejects = self.reading.rejects.iter();
            let mut said = self.said_of_all.iter();
            rejects.any(|reject| reject.origin.number == line.number)
                || said.any(|said| said.line.number == line.number)
        };
        let above: Vec<&Line> = lines.take_while(|line| line.number < first).collect();
        let is_place = |text: &str| is_place(text, self.places);
        let head = above.iter().position(|line| may_be_first(line));
        let names = above
            .iter()
            .enumerate()
            .filter(|(_, line)| !is_reject(line));
        let names = names.filter_map(|(at, line)| {
            let (name, surety) = name_in(line, is_place)?;
            let heads = surety > Surety::First
                || head == Some(at)
                    && untitled > 0
                    && nameless * 3 >= all * 2
                    && all >= LEAST_OF_FIRST;
            let heads = match is_only {
                true => subject.is_none() && (surety > Surety::First || head == Some(at)),
                false => heads,
            };
            heads.then_some((surety, line.number, name))
        });
        let of_mail = subject.and_then(|subject| {
            let (name, surety) = name_in_subject(subject, is_only, is_place)?;
            Some((surety, 0, name))
        });
        // Of several as sure ones the nearest.
        let Some((_, line, name)) = names.chain(of_mail).max() else {
            return;
        };
        for draft in drafts.iter_mut().filter(|draft| lacks_name(draft)) {
            draft.put("title", &title_in(&name, draft));
        }
        let like = match line {
            0 => "the subject of the mail".to_owned(),
            _ => format!("their list in line {line}"),
        };
        let entries = match nameless {
            1 => "1 entry without a title of its own is".to_owned(),
            _ => format!("{nameless} entries without a title of their own are"),
        };
        self.reading.notes.push(format!(
            "{entries} called “{name}”, like {like}; --set title= says another"
        ));
    }
}

/// The name that texts above a table have for its rows, the nearest last; the first of them counts only with `any`.
pub fn name_above<'t>(texts: impl Iterator<Item = &'t str>, any: bool) -> Option<String> {
    let places = Places::new();
    let is_place = |text: &str| is_place(text, &places);
    let lines: Vec<Line> = texts.map(|text| Line::short(0, text, LONGEST)).collect();
    let head = lines.iter().position(may_be_first);
    let names = lines.iter().enumerate().filter_map(|(at, line)| {
        let (name, surety) = name_in(line, is_place)?;
        (surety > Surety::First || any && head == Some(at)).then_some((surety, at, name))
    });
    names.max().map(|(_, _, name)| name)
}

/// What the subject of a mail says that its events are called, the `only` one of a mail by what people do alone.
fn name_in_subject(
    subject: &str,
    only: bool,
    is_place: impl Fn(&str) -> bool,
) -> Option<(String, Surety)> {
    let line = Line::new(0, without_tag(subject));
    if let Some((name, surety)) = name_in(&line, is_place) {
        return match surety {
            // “Peace Forum – newsletter”: who sends it.
            Surety::First if has(Purpose::Letterhead, subject) => None,
            Surety::First => Some((name, Surety::Action)),
            Surety::Action => Some((name, Surety::Subject)),
            surety => Some((name, surety)),
        };
    }
    // “Klimamarch 6. februar 2027”.
    let texts = line.texts().all;
    let words = |text: &String| text.split_whitespace().count() == 1;
    let name = texts.iter().find(|text| words(text) && is_action(text))?;
    let off = cancelled::status(subject).is_some() || cancelled::moved(subject).is_some();
    ((only || is_compound(name)) && !off).then(|| (name.clone(), Surety::Subject))
}

/// A subject without the name of a mailing list in brackets before it: “\[rallies\] March for the wards”.
fn without_tag(subject: &str) -> &str {
    let behind = subject.trim_start().strip_prefix('[');
    let rest = behind.and_then(|rest| rest.split_once(']'));
    let rest = rest.map(|(_, rest)| mail::subject(rest.trim_start()));
    rest.filter(|rest| !rest.is_empty()).unwrap_or(subject)
}

/// Takes from a title the “on” that stands before its day.
fn mend_title(draft: &mut Draft) {
    let title = draft.text_of("title");
    let shorter = title.and_then(|title| cut_before_day(title, &draft.text));
    if let Some(shorter) = shorter.map(str::to_owned) {
        draft.put("title", &shorter);
    }
}

/// Whether an entry has no title of its own, or one that only says what people do.
fn lacks_name(draft: &Draft) -> bool {
    draft.is_untitled() || draft.text_of("title").is_some_and(is_only_action)
}

/// What an entry that lacks a name is called in a list that has one, with what people do there: “Stop the Arms Trade: picket”.
fn title_in(name: &str, draft: &Draft) -> String {
    let own = draft.text_of("title").unwrap_or_default();
    let of_list = tokens(name);
    let says_it = |token: &Token| of_list.iter().any(|other| other.word() == token.word());
    match tokens(own).iter().all(says_it) {
        true => name.to_owned(),
        false => format!("{name}: {own}"),
    }
}

/// Whether a text says what people do, and at most where they go: “picket”, “Kundgebung und Demo”, “march to Parliament”,
/// “presidio, senza corteo”.
fn is_only_action(text: &str) -> bool {
    let tokens = tokens(text);
    let mut at = 0;
    while at < tokens.len() {
        let joined = || Purpose::And.phrases().past(&tokens, at);
        let goes_on = || {
            let past = |purpose: Purpose| purpose.phrases().past(&tokens, at);
            at > 0 && (past(Purpose::Towards).is_some() || past(Purpose::With).is_some())
        };
        at = match action_past(&tokens, at).or_else(joined) {
            Some(to) => to,
            None if tokens[at].word().is_none() && tokens[at].digits() == 0 => at + 1,
            None => return goes_on(),
        };
    }
    at > 0 && is_action(text)
}

/// Whether a text is a larger town, a country or a region: not every word that a village somewhere is called.
fn is_place(text: &str, places: &Places) -> bool {
    const TOWN: u32 = 60_000;
    places.is_city(text, None) && places.is_town_called(text, TOWN)
        || country(text).is_some()
        || places.region(text, None).is_some()
}
