//! Rows of numbers, one after another in memory: the words of each event, or the events of each word.

use std::ops::Range;

use super::Bits;

/// Rows of numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    numbers: Vec<u32>,
    /// Where in `numbers` each row ends.
    ends: Vec<u32>,
}

impl Table {
    /// Puts the row that is being made in order, each number once, and ends it.
    pub fn end_sorted(&mut self) {
        let begin = self.ends.last().map_or(0, |end| *end as usize);
        let mut row = self.numbers.split_off(begin);
        row.sort_unstable();
        row.dedup();
        self.numbers.append(&mut row);
        self.end_row();
    }

    /// The table turned: for each number the rows it stands in, where the number `n` has the place `places[n]`.
    pub fn turned(&self, places: &[u32]) -> Self {
        let place = |number: u32| places.get(number as usize).map(|place| *place as usize);
        let mut ends = vec![0_u32; places.len()];
        for number in &self.numbers {
            if let Some(end) = place(*number).and_then(|place| ends.get_mut(place)) {
                *end += 1;
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            // For now where each begins; it moves to the end as the rows are put in.
            sum += std::mem::replace(end, sum);
        }
        let mut numbers = vec![0; self.numbers.len()];
        let mut begin = 0;
        for (row, end) in (0..).zip(&self.ends) {
            for number in self.numbers.get(begin..*end as usize).unwrap_or_default() {
                if let Some(end) = place(*number).and_then(|place| ends.get_mut(place)) {
                    numbers[*end as usize] = row;
                    *end += 1;
                }
            }
            begin = *end as usize;
        }
        Self { numbers, ends }
    }

    /// How many rows.
    pub fn rows(&self) -> usize {
        self.ends.len()
    }

    /// Where the numbers of some rows stand.
    #[inline]
    fn stretch(&self, rows: Range<usize>) -> Range<usize> {
        let end = |rows: usize| match rows.checked_sub(1) {
            Some(last) => self.ends.get(last).map_or(0, |end| *end as usize),
            None => 0,
        };
        end(rows.start)..end(rows.end)
    }

    /// The numbers of some rows, one row after another.
    #[inline]
    pub fn numbers(&self, rows: Range<usize>) -> &[u32] {
        self.numbers.get(self.stretch(rows)).unwrap_or_default()
    }

    /// Adds a number to the row that is being made; [`end_sorted`](Self::end_sorted) ends that.
    pub fn push(&mut self, number: u32) {
        self.numbers.push(number);
    }

    /// How many numbers there are, those of the row that is being made among them.
    pub fn so_far(&self) -> usize {
        self.numbers.len()
    }

    /// The numbers of the row that is being made, from the one on that was the `from`th of all.
    pub fn since(&self, from: usize) -> &[u32] {
        self.numbers.get(from..).unwrap_or_default()
    }

    /// Ends the row that is being made.
    fn end_row(&mut self) {
        self.ends.push(self.numbers.len() as u32);
    }

    /// Adds the numbers of some rows to a set.
    pub fn add_to(&self, set: &mut Bits, rows: Range<usize>) {
        for number in self.numbers(rows) {
            set.insert(*number);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn all(bits: &Bits) -> Vec<u32> {
        let mut all = Vec::new();
        bits.each(|number| all.push(number));
        all
    }

    proptest! {
        #[test]
        fn it_is_a_list_of_rows(
            rows in proptest::collection::vec(proptest::collection::btree_set(0..9_u32, 0..4), 0..99),
        ) {
            let mut table = Table::default();
            for row in &rows {
                row.iter().rev().chain(row).for_each(|number| table.push(*number));
                table.end_sorted();
            }
            prop_assert_eq!(table.rows(), rows.len());
            for (row, at) in rows.iter().zip(0..) {
                prop_assert_eq!(table.numbers(at..at + 1), Vec::from_iter(row.iter().copied()));
            }
            let places = [8, 7, 6, 5, 4, 3, 2, 1, 0];
            let turned = table.turned(&places);
            for (number, place) in (0..9).zip(places) {
                let of_it = (0..rows.len() as u32).filter(|row| rows[*row as usize].contains(&number));
                prop_assert_eq!(turned.numbers(place as usize..place as usize + 1), of_it.collect::<Vec<_>>());
            }
            let middle = rows.len() / 3..rows.len() / 2;
            let mut added = Bits::none(9);
            table.add_to(&mut added, middle.clone());
            let expected: BTreeSet<u32> = rows[middle].iter().flatten().copied().collect();
            prop_assert_eq!(all(&added), expected.into_iter().collect::<Vec<_>>());
        }
    }
}
