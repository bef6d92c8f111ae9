//! The part of a long list near the view: which rows are worth rendering, and how much room the rest takes.
//!
//! Rows lie in chunks, each within one day. A chunk that was once rendered has its measured height,
//! any other the mean of those. So a list of a hundred thousand rows has its full length, and only
//! some dozens of rows are in the document.

use chrono::NaiveDate;

use crate::results::Day;

/// How many rows a chunk has at most.
pub const CHUNK: usize = 8;

/// A list cut into chunks, with their heights.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    chunks: Vec<Chunk>,
    /// The height of a row that was never measured, and of a day's heading; CSS pixels.
    row: f64,
    heading: f64,
}

#[derive(Debug, Clone, PartialEq)]
struct Chunk {
    day: usize,
    first: usize,
    rows: usize,
    measured: Option<f64>,
}

/// A day of the list, as far as it is near the view.
#[derive(Debug, Clone, PartialEq)]
pub struct DayWindow {
    /// The venue's day; `None` where no date is known.
    pub date: Option<NaiveDate>,
    /// How many rows the whole day has.
    pub size: usize,
    /// Room for the day's rows before and after those rendered, in CSS pixels.
    pub before: f64,
    /// As [`DayWindow::before`].
    pub after: f64,
    /// What is rendered.
    pub chunks: Vec<Rows>,
}

/// The rows of one chunk.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    /// Which chunk, for [`Layout::measure`].
    pub chunk: usize,
    /// Position of the first row in its day, from 1.
    pub position: usize,
    /// Indices of the events.
    pub events: Vec<u32>,
}

/// What is near the view.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Window {
    /// Room for the days before, in CSS pixels.
    pub before: f64,
    /// The days, in order.
    pub days: Vec<DayWindow>,
    /// Room for the days after.
    pub after: f64,
}

impl Layout {
    /// The layout of a list of which nothing is measured yet; `row` and `heading` are guesses in CSS pixels.
    pub fn new(days: &[Day], row: f64, heading: f64) -> Self {
        let mut chunks = Vec::new();
        for (at, day) in days.iter().enumerate() {
            for first in (0..day.events.len()).step_by(CHUNK) {
                let rows = CHUNK.min(day.events.len() - first);
                chunks.push(Chunk {
                    day: at,
                    first,
                    rows,
                    measured: None,
                });
            }
        }
        Self {
            chunks,
            row,
            heading,
        }
    }

    /// Notes the height of a rendered chunk, in CSS pixels; rows never rendered are taken to be like it.
    pub fn measure(&mut self, chunk: usize, height: f64) {
        if let Some(chunk) = self.chunks.get_mut(chunk)
            && height > 0.0
        {
            chunk.measured = Some(height);
        }
    }

    /// Notes the height of a day's heading, in CSS pixels.
    pub fn measure_heading(&mut self, height: f64) {
        if height > 0.0 {
            self.heading = height;
        }
    }

    /// What lies between `top` and `bottom`, in CSS pixels from the list's beginning; never nothing
    /// where there are rows.
    pub fn window(&self, days: &[Day], top: f64, bottom: f64) -> Window {
        let row = self.mean_row();
        let height = |chunk: &Chunk| chunk.measured.unwrap_or(chunk.rows as f64 * row);
        let mut window = Window::default();
        let mut y = 0.0;
        let last = self.chunks.len().saturating_sub(1);
        // Room of chunks not rendered: of the day at hand, and of the days before it.
        let mut day: Option<DayWindow> = None;
        let mut at_day = None;
        let mut skipped = 0.0;
        for (at, chunk) in self.chunks.iter().enumerate() {
            if at_day != Some(chunk.day) {
                close(&mut window, &mut day, &mut skipped);
                at_day = Some(chunk.day);
                y += self.heading;
                skipped = self.heading;
                let Some(source) = days.get(chunk.day) else {
                    continue;
                };
                day = Some(DayWindow {
                    date: source.date,
                    size: source.events.len(),
                    before: 0.0,
                    after: 0.0,
                    chunks: Vec::new(),
                });
            }
            let end = y + height(chunk);
            // Past the end of the list the last rows are shown: there is always something to land on.
            let near = (end >= top && y <= bottom) || (at == last && end < top);
            match (&mut day, near) {
                (Some(day), true) => {
                    let events = days.get(chunk.day).map_or(&[][..], |day| &day.events);
                    let rows = events
                        .get(chunk.first..chunk.first + chunk.rows)
                        .unwrap_or_default();
                    day.chunks.push(Rows {
                        chunk: at,
                        position: chunk.first + 1,
                        events: rows.to_vec(),
                    });
                }
                (Some(day), false) if day.chunks.is_empty() => day.before += height(chunk),
                (Some(day), false) => day.after += height(chunk),
                (None, _) => {}
            }
            skipped += height(chunk);
            y = end;
        }
        close(&mut window, &mut day, &mut skipped);
        window
    }

    fn mean_row(&self) -> f64 {
        let measured = self
            .chunks
            .iter()
            .filter_map(|chunk| Some((chunk.measured?, chunk.rows)));
        let (height, rows) = measured.fold((0.0, 0), |(height, rows), (one, more)| {
            (height + one, rows + more)
        });
        if rows == 0 {
            self.row
        } else {
            height / rows as f64
        }
    }
}

/// A day of which nothing is rendered becomes room before or after.
fn close(window: &mut Window, day: &mut Option<DayWindow>, skipped: &mut f64) {
    match day.take() {
        Some(day) if !day.chunks.is_empty() => window.days.push(day),
        Some(_) if window.days.is_empty() => window.before += *skipped,
        Some(_) => window.after += *skipped,
        None => {}
    }
    *skipped = 0.0;
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn days(sizes: &[usize]) -> Vec<Day> {
        let start = NaiveDate::from_ymd_opt(2023, 11, 3).unwrap();
        let mut next = 0;
        let day = |(date, size): (NaiveDate, &usize)| {
            let events = (next..next + *size as u32).collect();
            next += *size as u32;
            Day {
                date: Some(date),
                events,
            }
        };
        start.iter_days().zip(sizes).map(day).collect()
    }

    fn rows(window: &Window) -> Vec<u32> {
        window
            .days
            .iter()
            .flat_map(|day| &day.chunks)
            .flat_map(|chunk| chunk.events.clone())
            .collect()
    }

    fn height(window: &Window, layout: &Layout) -> f64 {
        let chunk = |rows: &Rows| {
            layout.chunks[rows.chunk]
                .measured
                .unwrap_or(rows.events.len() as f64 * layout.mean_row())
        };
        let day = |day: &DayWindow| {
            layout.heading + day.before + day.after + day.chunks.iter().map(chunk).sum::<f64>()
        };
        window.before + window.after + window.days.iter().map(day).sum::<f64>()
    }

    #[track_caller]
    fn check(sizes: &[usize], top: f64, bottom: f64, expected: std::ops::Range<u32>) {
        let days = days(sizes);
        let window = Layout::new(&days, 100.0, 50.0).window(&days, top, bottom);
        assert_eq!(
            rows(&window),
            expected.collect::<Vec<_>>(),
            "{sizes:?} {top} to {bottom}"
        );
    }

    #[test]
    fn what_is_near_the_view_is_rendered() {
        check(&[3, 2], 0.0, 800.0, 0..5);
        check(&[100], 0.0, 800.0, 0..8);
        check(&[100], 2460.0, 3000.0, 24..32);
        check(&[100, 100], 10_040.0, 10_200.0, 96..108);
        check(&[100], 90_000.0, 90_800.0, 96..100);
        check(&[], 0.0, 800.0, 0..0);
    }

    proptest! {
        #[test]
        fn the_list_keeps_its_length_and_order(
            sizes in proptest::collection::vec(1_usize..90, 0..12),
            top in -500.0..20_000.0_f64,
            measured in proptest::collection::vec((0_usize..40, 10.0..5000.0_f64), 0..8),
        ) {
            let days = days(&sizes);
            let mut layout = Layout::new(&days, 97.0, 51.0);
            for (chunk, height) in measured {
                layout.measure(chunk, height);
            }
            let whole = layout.window(&days, f64::NEG_INFINITY, f64::INFINITY);
            let window = layout.window(&days, top, top + 900.0);
            let all: Vec<u32> = days.iter().flat_map(|day| day.events.clone()).collect();
            prop_assert_eq!(rows(&whole), all.clone());
            prop_assert!((height(&whole, &layout) - height(&window, &layout)).abs() < 1e-6);
            let shown = rows(&window);
            prop_assert!(all.windows(shown.len().max(1)).any(|part| part == shown) || shown.is_empty());
            prop_assert_eq!(shown.is_empty(), all.is_empty());
            for day in &window.days {
                for rows in &day.chunks {
                    prop_assert!(rows.position + rows.events.len() - 1 <= day.size);
                }
            }
        }
    }
}
