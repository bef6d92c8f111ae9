//! Tables without headings: a row is an entry when a cell of it is an hour or a day.

use std::sync::Arc;

use super::guessed::guessed;
use super::in_words;
use super::rows::{Grid, begun, heading_row, note, origin, texts};
use crate::draft::Reading;
use crate::options::Options;
use crate::table::columns::Column;
use crate::table::day_above::{self, DayAbove};
use crate::table::habits::Sight;
use crate::table::row;
use crate::when::title_day::{TitleDay, title_day};

/// Takes the entries of a table without headings.
pub(super) fn take(grid: &Grid, source: &Arc<str>, options: &Options, reading: &mut Reading) {
    let start = Column::Known("start");
    let mut sight = Sight::default();
    for cell in grid.rows.iter().flat_map(|row| &row.cells) {
        sight.see(&start, &cell.text);
    }
    grid.above.iter().for_each(|text| sight.see_title(text));
    reading.notes.extend(sight.note(options));
    let habits = sight.habits(options);
    let mut day = grid.day_above(0, &habits.reckoning);
    day = day.filter(|_| options.day.is_none());
    let above = note(&day);
    let mut is_used = false;
    // The day in the first cell, which holds for rows whose first cell is empty.
    let mut carried: TitleDay = None;
    for row in &grid.rows {
        let cells = &row.cells;
        if let Some(text) = heading_row(cells) {
            day = day_above::of_text(text, &habits.reckoning).or(day);
            continue;
        }
        let Some((first, rest)) = cells.split_first() else {
            continue;
        };
        let own = match first.text.is_empty() {
            true => carried.clone(),
            false => title_day(&first.text, &habits.reckoning),
        };
        carried = own.clone();
        if let (Some(Ok(own)), true) = (own, in_words::is_in_words(&texts(rest))) {
            let filled: Vec<&str> = texts(rest)
                .into_iter()
                .filter(|text| !text.is_empty())
                .collect();
            let origin = origin(row, grid.unit, source, reading);
            reading.append(in_words::read(&filled, own, &origin, source, options));
            continue;
        }
        let link = cells.iter().find_map(|cell| cell.link.as_deref());
        let Some(mut all) = guessed(&texts(cells), link) else {
            continue;
        };
        let Some(mut draft) = begun(row, grid.unit, source, reading) else {
            continue;
        };
        draft.title_is_guessed = true;
        let dated = all.iter().any(|(column, _)| *column == start);
        let carried = carried.clone().map(|day| day.map(DayAbove::of));
        match carried.or(day.clone()).filter(|_| !dated) {
            Some(Ok(above)) => {
                is_used = true;
                all.push((start.clone(), above.day.to_string()));
            }
            Some(Err(reason)) => {
                reading.reject(draft.rejected(reason));
                continue;
            }
            None => {}
        }
        let all = all
            .iter()
            .map(|(column, cell)| (column, "cell", cell.as_str()));
        reading.push(row::fill(draft, all, &habits));
    }
    reading.notes.extend(above.filter(|_| is_used));
}
