//! The subject of a mail that names a day and the text below it are about one event: “ABSAGE Demo 5.12. Lübeck” over “die
//! Demo am Samstag, 5. Dezember, 11 Uhr, auf dem Markt …”.

use crate::cancelled;
use crate::draft::{Draft, Reading, Reject};

/// A mail that was read `with` its dated subject as the line `line` of its text. Where the subject became an entry of its
/// own, and the text names an event on that day, the mail is read by `own`, which leaves the subject out, and what only the
/// subject says goes into that event.
///
/// # Errors
/// Those of `own`.
pub fn one_of(
    with: Reading,
    line: u64,
    subject: &str,
    own: impl FnOnce() -> Result<Reading, String>,
) -> Result<Reading, String> {
    let is_of_subject = |draft: &&Draft| draft.origin.number == line;
    let of_subject: Vec<&Draft> = with.drafts.iter().filter(is_of_subject).collect();
    let rejected = with
        .rejects
        .iter()
        .any(|reject| reject.origin.number == line);
    if of_subject.is_empty() && !rejected {
        return Ok(with);
    }
    let mut read = own()?;
    if read.drafts.is_empty() || read.rejects.len() > with.rejects.len() {
        return Ok(with);
    }
    let status = cancelled::status(subject);
    let [entry] = of_subject[..] else {
        // Of a line that is no entry the text says what holds, unless it calls something off.
        return Ok(match of_subject.is_empty() && status.is_none() {
            true => read,
            false => with,
        });
    };
    let mut same: Vec<&mut Draft> = read
        .drafts
        .iter_mut()
        .filter(|draft| is_same(draft, entry))
        .collect();
    if let [only] = &mut same[..] {
        complete(only, entry, subject);
        return Ok(read);
    }
    if same.is_empty() {
        return Ok(with);
    }
    if let Some(status) = status {
        let reason = format!(
            "the subject of a mail with {} entries on that day: say in that which it means that it is {}",
            same.len(),
            status.name()
        );
        let reject = Reject::new(entry.origin.clone(), subject, reason);
        read.reject(reject);
    }
    Ok(read)
}

/// Whether an entry of the text is on the day of the subject, and not at another hour or in another city.
fn is_same(draft: &Draft, entry: &Draft) -> bool {
    let day = |draft: &Draft| draft.start.and_then(|start| start.wall_date());
    let has_hour = |draft: &Draft| {
        draft
            .start
            .is_some_and(|start| start.to_string().contains('T'))
    };
    let cities = (draft.text_of("city"), entry.text_of("city"));
    let apart = matches!(cities, (Some(one), Some(other)) if one != other);
    day(entry).is_some()
        && day(draft) == day(entry)
        && (draft.start == entry.start || !has_hour(draft) || !has_hour(entry))
        && !apart
}

/// Puts what the subject says of an event into it and the text does not: the hour, the place, the title and the status.
fn complete(draft: &mut Draft, entry: &Draft, subject: &str) {
    let has_hour = |draft: &Draft| {
        draft
            .start
            .is_some_and(|start| start.to_string().contains('T'))
    };
    if has_hour(entry) && !has_hour(draft) {
        (draft.start, draft.end) = (entry.start, entry.end);
    }
    let somewhere = ["place", "address", "city"];
    if draft.location.is_none() && somewhere.iter().all(|field| draft.text_of(field).is_none()) {
        draft.location = entry.location.clone();
        for field in somewhere {
            if let Some(text) = entry.text_of(field) {
                draft.put(field, text);
            }
        }
    }
    if let (true, Some(title)) = (draft.is_untitled(), entry.text_of("title")) {
        draft.put("title", title);
    }
    if let (None, Some(status)) = (draft.text_of("status"), entry.text_of("status")) {
        draft.put("status", status);
        draft.notes.push(format!(
            "the subject of the mail, “{subject}”, is about it: listed as {status}"
        ));
    }
}
