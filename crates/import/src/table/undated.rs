//! Why a row has no day: which of its columns hold days that are not known to be those of the event.

use super::columns::is_sent;
use super::stamp;
use super::times::NO_DATE;

/// The longest cell that is a day, in bytes.
const LONGEST: usize = 60;

/// The reason of a row without a day, of its cells under headings that are not known.
pub(super) fn reason(others: &[(&str, &str)]) -> String {
    let is_day = |cell: &str| {
        cell.len() <= LONGEST && !stamp::is_bare_number(cell) && stamp::said(cell).is_some()
    };
    let days = others
        .iter()
        .filter(|(heading, cell)| is_day(cell) && !is_sent(heading));
    let headings: Vec<&str> = days.map(|(heading, _)| heading.trim()).collect();
    match &headings[..] {
        [] => NO_DATE.to_owned(),
        headings => format!(
            "{NO_DATE}: “{}” {} days; --map \"{}=start\", if that is when it takes place",
            headings.join("” and “"),
            if headings.len() == 1 { "holds" } else { "hold" },
            headings[headings.len() - 1]
        ),
    }
}
