//! An entry of a listing while its lines are read.

use super::line::Line;
use super::words::{is_action, status};
use crate::import::draft::{Draft, Origin, Reject};
use crate::import::when::date::Written;
use crate::import::when::on;
use crate::import::when::order::Reckoning;

/// An entry that may go on in the next line.
#[derive(Debug)]
pub struct Pending {
    origin: Origin,
    text: String,
    read: Line,
    /// Began with a line that is a place alone: day, time and the rest stand on lines of their own.
    block: bool,
}

impl Pending {
    /// An entry that begins with a place and more.
    pub fn new(origin: Origin, text: &str, read: Line) -> Self {
        Self {
            origin,
            text: text.to_owned(),
            read,
            block: false,
        }
    }

    /// An entry that begins with a line that is only a place.
    pub fn block(origin: Origin, text: &str) -> Self {
        let read = Line {
            place: Some(text.to_owned()),
            ..Line::default()
        };
        Self {
            origin,
            text: text.to_owned(),
            read,
            block: true,
        }
    }

    /// Whether a line belongs to this entry: an address does, and in a block what it does not have yet.
    pub fn open_to(&self, line: &Line) -> bool {
        if line.is_address() {
            return true;
        }
        let time = line.is_time() && self.read.clock.is_none() && !self.read.open;
        let day = line.is_day() && self.read.date.is_none();
        let more = line.place.is_none() && !line.tells_when() && self.read.tells_when();
        (self.block && (time || day || more)) || (time && line.date.is_none())
    }

    /// Takes a line in.
    pub fn add(&mut self, text: &str, line: Line) {
        self.text.push('\n');
        self.text.push_str(text);
        let read = &mut self.read;
        read.date = read.date.take().or(line.date);
        read.clock = read.clock.or(line.clock);
        read.open |= line.open;
        read.after.extend(line.before);
        read.after.extend(line.after);
        read.addresses.extend(line.addresses);
    }

    /// The entry as far as it is told, on the day of the heading when it names none itself.
    pub fn entry(
        self,
        heading: Option<&(Written, String)>,
        country: Option<&str>,
        reckoning: &Reckoning,
    ) -> Result<Draft, Box<Reject>> {
        let Self {
            origin, text, read, ..
        } = self;
        let mut draft = Draft::new(origin, &text);
        let day = match (&read.date, heading) {
            (Some(own), _) => reckoning.day(own, &text),
            (None, Some((above, written))) => reckoning.day(above, written),
            (None, None) => Err("no day: none in the entry, and no heading above".to_owned()),
        };
        let own = read.date.is_some();
        let mut read = read;
        if read.place.is_none() {
            // “14:00: Lyon, Place Bellecour”: the gazetteer tells which of it is the city.
            let (named, where_): (Vec<String>, Vec<String>) = std::mem::take(&mut read.after)
                .into_iter()
                .partition(|piece| is_action(piece) || status(piece).is_some());
            read.after = named;
            read.place = Some(where_.join(", "));
        }
        let place = read.place.unwrap_or_default();
        draft.location = Some(place.clone()).filter(|place| !place.is_empty());
        if let Some(country) = country.filter(|_| !place.contains(',')) {
            draft.put("country", country);
        }
        if let Some((first, rest)) = read.addresses.split_first() {
            draft.put("url", first);
            let links = rest.iter().map(|url| serde_json::json!({ "url": url }));
            let links: Vec<serde_json::Value> = links.collect();
            if !links.is_empty() {
                draft.fields.insert("links".to_owned(), links.into());
            }
        }
        pieces(&mut draft, read.before, read.after);
        if read.several {
            return Err(Box::new(draft.rejected(format!(
                "“{place}” may be several places: write an entry for each"
            ))));
        }
        match day {
            Err(reason) => Err(Box::new(draft.rejected(reason))),
            Ok(day) => {
                if let Some((above, written)) = heading.filter(|_| own)
                    && reckoning
                        .day(above, written)
                        .is_ok_and(|above| above != day)
                {
                    draft.notes.push(format!(
                        "its own day, {day}, is not that of the heading “{written}”"
                    ));
                }
                let span = on(day, read.clock);
                draft.start = Some(span.start);
                draft.end = span.end;
                Ok(draft)
            }
        }
    }
}

/// Puts pieces of text where they belong: what names an action is the title, the first of the others the
/// place, the next the address, and the rest the description.
fn pieces(draft: &mut Draft, before: Vec<String>, after: Vec<String>) {
    let mut more = Vec::new();
    for piece in before.into_iter().chain(after) {
        let (piece, remark) = remark(&piece);
        if let Some(remark) = remark {
            if let Some(status) = status(&remark) {
                draft.put("status", status.name());
            }
            more.push(remark);
        }
        if piece.is_empty() {
            continue;
        }
        let has = |field: &str| draft.text_of(field).is_some();
        if let Some(status) = status(&piece).filter(|_| piece.chars().count() <= 20) {
            draft.put("status", status.name());
        } else if is_action(&piece) && !has("title") {
            draft.put("title", &piece);
        } else if piece.starts_with('@')
            || piece.ends_with("to follow")
            || has("place") && has("address")
            || piece.chars().count() > 100
        {
            more.push(piece);
        } else if !has("place") {
            draft.put("place", &piece);
        } else {
            draft.put("address", &piece);
        }
    }
    draft.put("description", &more.join("\n"));
}

/// A remark in parentheses that says whether it takes place, apart from the piece it stands in.
fn remark(piece: &str) -> (String, Option<String>) {
    if let (Some(from), Some(to)) = (piece.find('('), piece.rfind(')'))
        && from < to
        && status(&piece[from + 1..to]).is_some()
    {
        let rest = format!("{}{}", piece[..from].trim(), &piece[to + 1..]);
        return (rest.trim().to_owned(), Some(piece[from + 1..to].to_owned()));
    }
    (piece.to_owned(), None)
}
