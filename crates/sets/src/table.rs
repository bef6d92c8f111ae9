//! Rows of numbers, one after another in memory: the values of each event, or the events of each word.

use std::ops::Range;

use crate::Bits;

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

    /// Adds `number` to the row that is being made, unless it has it; [`end_row`](Self::end_row) ends that.
    pub fn push_new(&mut self, number: u32) {
        let begin = self.ends.last().map_or(0, |end| *end as usize);
        let row = self.numbers.get(begin..).unwrap_or_default();
        if !row.contains(&number) {
            self.numbers.push(number);
        }
    }

    /// Ends the row that is being made.
    pub fn end_row(&mut self) {
        self.ends.push(self.numbers.len() as u32);
    }

    /// In how many rows each of the numbers below `bound` stands, where a row has no number twice.
    pub fn totals(&self, bound: usize) -> Vec<u32> {
        let mut totals = vec![0; bound];
        self.numbers
            .iter()
            .for_each(|number| count(&mut totals, *number, 1));
        totals
    }

    /// The same in `rows` only, and which numbers stand in one of them at least; `totals` are those of all rows.
    pub fn counts(&self, rows: &Bits, totals: &[u32]) -> (Vec<u32>, Vec<u32>) {
        if rows.count() * 2 > self.rows() {
            // Less is left out than counted: it is taken off.
            let mut counts = totals.to_vec();
            rows.others(self.rows()).each(|row| {
                for number in self.row(row) {
                    count(&mut counts, *number, 1_u32.wrapping_neg());
                }
            });
            let there = (0..).zip(&counts).filter(|(_, count)| **count > 0);
            let there = there.map(|(number, _)| number).collect();
            return (counts, there);
        }
        let (mut counts, mut there) = (vec![0; totals.len()], Vec::new());
        rows.each(|row| {
            for number in self.row(row) {
                if counts.get(*number as usize) == Some(&0) {
                    there.push(*number);
                }
                count(&mut counts, *number, 1);
            }
        });
        (counts, there)
    }

    #[inline]
    fn row(&self, row: u32) -> &[u32] {
        let row = row as usize;
        self.numbers(row..row + 1)
    }

    /// The rows in which one of the `wanted` numbers stands.
    pub fn rows_with(&self, wanted: &[u32]) -> Bits {
        let mut found = Bits::none(self.ends.len());
        let mut begin = 0;
        for (row, &end) in (0..).zip(&self.ends) {
            let numbers = self.numbers.get(begin as usize..end as usize);
            if numbers
                .unwrap_or_default()
                .iter()
                .any(|number| wanted.contains(number))
            {
                found.insert(row);
            }
            begin = end;
        }
        found
    }

    /// Adds the numbers of some rows to a set.
    pub fn add_to(&self, set: &mut Bits, rows: Range<usize>) {
        for number in self.numbers(rows) {
            set.insert(*number);
        }
    }
}

fn count(counts: &mut [u32], number: u32, step: u32) {
    if let Some(count) = counts.get_mut(number as usize) {
        *count = count.wrapping_add(step);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn table(rows: &[BTreeSet<u32>]) -> Table {
        let mut table = Table::default();
        for row in rows {
            for number in row.iter().chain(row) {
                table.push_new(*number);
            }
            table.end_row();
        }
        table
    }

    fn all(bits: &Bits) -> Vec<u32> {
        let mut all = Vec::new();
        bits.each(|number| all.push(number));
        all
    }

    proptest! {
        #[test]
        fn it_is_a_list_of_rows(
            rows in proptest::collection::vec(proptest::collection::btree_set(0..9_u32, 0..4), 0..99),
            chosen: BTreeSet<u8>,
            wanted in proptest::collection::vec(0..12_u32, 0..3),
        ) {
            let table = table(&rows);
            prop_assert_eq!(table.rows(), rows.len());
            let mut set = Bits::none(rows.len());
            chosen.iter().for_each(|row| set.insert((*row).into()));
            let among = |number: u32| {
                let rows = rows.iter().zip(0..).filter(|(row, at)| set.contains(*at) && row.contains(&number));
                rows.count() as u32
            };
            let expected: Vec<u32> = (0..9).map(among).collect();
            let (counts, mut there) = table.counts(&set, &table.totals(9));
            there.sort_unstable();
            prop_assert_eq!(there, (0..9).filter(|number| expected[*number as usize] > 0).collect::<Vec<_>>());
            prop_assert_eq!(counts, expected);
            let with = rows.iter().zip(0..).filter(|(row, _)| wanted.iter().any(|number| row.contains(number)));
            prop_assert_eq!(all(&table.rows_with(&wanted)), with.map(|(_, at)| at).collect::<Vec<_>>());
            let places = [8, 7, 6, 5, 4, 3, 2, 1, 0];
            let turned = table.turned(&places);
            for (number, place) in (0..9).zip(places) {
                let of_it = (0..rows.len() as u32).filter(|row| rows[*row as usize].contains(&number));
                prop_assert_eq!(turned.numbers(place as usize..place as usize + 1), of_it.collect::<Vec<_>>());
            }
            let mut sorted = Table::default();
            for row in &rows {
                row.iter().rev().chain(row).for_each(|number| sorted.push(*number));
                sorted.end_sorted();
            }
            prop_assert_eq!(&sorted, &table);
            let middle = rows.len() / 3..rows.len() / 2;
            let mut added = Bits::none(9);
            table.add_to(&mut added, middle.clone());
            let expected: BTreeSet<u32> = rows[middle].iter().flatten().copied().collect();
            prop_assert_eq!(all(&added), expected.into_iter().collect::<Vec<_>>());
        }
    }
}
