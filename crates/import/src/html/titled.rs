//! Headings above what is said of one event under labels (“When: …”, “Where: …”): its title.

use super::struck::{CANCELLED, label};
use crate::actions::is_action;
use crate::table::shape::says_when;
use crate::when::date::date_at;
use crate::when::tokens::tokens;

/// Before a heading, until it is known what stands below it.
pub const HEADING: char = '\u{e002}';

/// A text in which each heading above what is said of one event is labelled as its title: above lines that say when or
/// where under a label, or, where it names an action, above a day.
pub fn titled(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut titled: Vec<String> = Vec::with_capacity(lines.len());
    let mut at = 0;
    while at < lines.len() {
        let heading = lines[at].replace(HEADING, "");
        let (details, after) = match lines[at].contains(HEADING) {
            true => details(&heading, &lines, at + 1),
            false => (Vec::new(), at + 1),
        };
        let title = heading.trim();
        let is_cancelled = title.starts_with(CANCELLED);
        match details.is_empty() {
            true => titled.push(heading),
            false => titled.push(format!("Title: {}", title.trim_start_matches(CANCELLED))),
        }
        for (number, detail) in details.iter().enumerate() {
            let mark = if number == 0 && is_cancelled {
                CANCELLED
            } else {
                ""
            };
            titled.push(format!("{mark}{}", detail.trim_start_matches(CANCELLED)));
        }
        at = after;
    }
    titled.join("\n")
}

/// The lines that say when and where the event of a heading is, without empty ones, and the line after them.
fn details<'a>(heading: &str, lines: &[&'a str], from: usize) -> (Vec<&'a str>, usize) {
    /// Fields that only an event has.
    const OF_EVENTS: [&str; 8] = [
        "start", "begin", "time", "weekday", "location", "place", "address", "city",
    ];
    /// The longest place, in characters.
    const LONGEST_PLACE: usize = 100;
    let is_title = is_action(heading) && !says_when(heading);
    let mut details = Vec::new();
    let mut after = from;
    let mut is_dated = false;
    for (at, line) in lines.iter().enumerate().skip(from) {
        let said = line.trim_start_matches(CANCELLED);
        if said.trim().is_empty() {
            continue;
        }
        let field = label(said);
        let belongs = match (details.len(), field) {
            _ if line.contains(HEADING) => false,
            (0, Some(field)) => OF_EVENTS.contains(&field),
            (0, None) => {
                is_dated = is_title && names_day(said);
                is_dated
            }
            (1, None) if is_dated && !says_when(said) => said.chars().count() <= LONGEST_PLACE,
            (_, Some(_)) => true,
            // A line of the same paragraph.
            (_, None) => at == after && !says_when(said),
        };
        if !belongs {
            break;
        }
        details.push(*line);
        after = at + 1;
    }
    (details, after)
}

/// Whether a line names a day.
fn names_day(line: &str) -> bool {
    let tokens = tokens(line.get(..300).unwrap_or(line));
    (0..tokens.len()).any(|at| date_at(&tokens, at).is_some())
}

#[cfg(test)]
mod tests {
    use super::super::listing;

    #[track_caller]
    fn check(page: &str, expected: &str) {
        assert_eq!(listing(page), expected, "{page}");
    }

    #[test]
    fn a_heading_above_labels_is_a_title() {
        check(
            "<h2>Newcastle vigil</h2><p>When: Saturday 4 November 2023, 2pm<br>Where: Grey's Monument</p>",
            "Title: Newcastle vigil\nWhen: Saturday 4 November 2023, 2pm\nWhere: Grey's Monument",
        );
        check(
            "<h3>Mahnwache</h3><p><b>Wann:</b> 4.11.2023, 18 Uhr</p>",
            "Title: Mahnwache\nWann: 4.11.2023, 18 Uhr",
        );
    }

    #[test]
    fn a_heading_of_an_action_above_a_day_is_a_title() {
        check(
            "<li><h3>Rally for homes</h3><p>Saturday, November 4, 2023 at 2:00 PM</p><p>City Hall, Buffalo, NY</p><p>Bring signs</p></li>\
             <li class=cancelled><h3>Vigil</h3><p>Sunday, November 5, 2023 at 6:00 PM</p><p>Lafayette Square, Buffalo</p></li>",
            "Title: Rally for homes\nSaturday, November 4, 2023 at 2:00 PM\nCity Hall, Buffalo, NY\n\nBring signs\n\n\
             Title: Vigil\ncancelled: Sunday, November 5, 2023 at 6:00 PM\nLafayette Square, Buffalo",
        );
    }

    #[test]
    fn other_headings_stay() {
        check(
            "<h3>Leeds</h3><p>Saturday 4 November 2023, 2 pm</p>",
            "Leeds\n\nSaturday 4 November 2023, 2 pm",
        );
        check(
            "<h2>Saturday, 4 November 2023</h2><p>Leeds: 2 pm, City Square</p>",
            "Saturday, 4 November 2023\n\nLeeds: 2 pm, City Square",
        );
        check(
            "<h2>Our demands</h2><p>Note: bring water</p>",
            "Our demands\n\nNote: bring water",
        );
        check("<h2>Contact</h2>", "Contact");
    }

    #[test]
    fn what_is_cancelled_is_so_in_all_its_lines() {
        check(
            "<article class=\"event cancelled\"><h2>Picket</h2><p>When: Monday 6 November 2023, 8am<br>Where: Castle Square</p></article>\
             <article><h2>March</h2><p>When: Sunday 5 November 2023, noon</p></article>",
            "Title: Picket\ncancelled: When: Monday 6 November 2023, 8am\nWhere: Castle Square\n\nTitle: March\nWhen: Sunday 5 November 2023, noon",
        );
        check(
            "<s>Leeds: 2 pm<br>York: 3 pm</s><br>Hull: 4 pm",
            "cancelled: Leeds: 2 pm\ncancelled: York: 3 pm\nHull: 4 pm",
        );
        for element in [
            "<li class=\"event--abgesagt\">Bonn: 14 Uhr</li>",
            "<li data-status=\"cancelled\">Bonn: 14 Uhr</li>",
            "<li class=\"is-annule\">Bonn: 14 Uhr</li>",
            "<div class=\"status_canceled\"><p>Bonn: 14 Uhr</p></div>",
            "<p><del>Bonn: 14 Uhr</del></p>",
        ] {
            check(element, "cancelled: Bonn: 14 Uhr");
        }
        for element in [
            "<div class=\"hide-cancelled\">Bonn: 14 Uhr</div>",
            "<div class=\"not-cancelled\">Bonn: 14 Uhr</div>",
            "<div data-status=\"confirmed\">Bonn: 14 Uhr</div>",
        ] {
            check(element, "Bonn: 14 Uhr");
        }
    }
}
