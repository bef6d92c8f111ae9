//! Which values each event has of one facet, by their numbers: mostly one or none.

use super::Bits;

/// In place of the number of a value that is not there; no calendar has as many values.
const NONE: u32 = u32::MAX;

/// The values of each event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Values {
    /// By event, its first value; most have no other, so that these are all that is looked at.
    first: Vec<u32>,
    /// The other values, each after its event, in the order of the events.
    others: Vec<(u32, u32)>,
}

impl Values {
    /// Adds an event, which has no value yet.
    pub fn push_event(&mut self) {
        self.first.push(NONE);
    }

    /// Gives the last event one more value, unless it has it.
    pub fn push(&mut self, value: u32) {
        let event = self.first.len().wrapping_sub(1) as u32;
        match self.first.last_mut() {
            None => {}
            Some(first) if *first == NONE => *first = value,
            Some(first) => {
                let others = self.others.iter().rev();
                let mut others = others.take_while(|(other, _)| *other == event);
                if *first != value && !others.any(|(_, other)| *other == value) {
                    self.others.push((event, value));
                }
            }
        }
    }

    /// The first value of an event; `None` where it has none.
    pub fn first(&self, event: u32) -> Option<u32> {
        let first = self.first.get(event as usize).copied();
        first.filter(|value| *value != NONE)
    }

    /// How many events have each of the values below `bound`.
    pub fn totals(&self, bound: usize) -> Vec<u32> {
        let mut totals = vec![0; bound];
        let all = self.first.iter();
        all.chain(self.others.iter().map(|(_, value)| value))
            .for_each(|value| count(&mut totals, *value, 1));
        totals
    }

    /// The same of some events only, and which values one of them at least has; `totals` are those of all events.
    pub fn counts(&self, events: &Bits, totals: &[u32]) -> (Vec<u32>, Vec<u32>) {
        if events.count() * 2 > self.first.len() {
            // Less is left out than counted: it is taken off.
            let mut counts = totals.to_vec();
            self.each(&events.others(self.first.len()), |value| {
                count(&mut counts, value, 1_u32.wrapping_neg());
            });
            let there = (0..).zip(&counts).filter(|(_, count)| **count > 0);
            let there = there.map(|(value, _)| value).collect();
            return (counts, there);
        }
        let (mut counts, mut there) = (vec![0; totals.len()], Vec::new());
        self.each(events, |value| {
            if counts.get(value as usize) == Some(&0) {
                there.push(value);
            }
            count(&mut counts, value, 1);
        });
        (counts, there)
    }

    /// Gives the values of some events; among them one past all numbers for an event that has none.
    #[inline]
    fn each(&self, events: &Bits, mut give: impl FnMut(u32)) {
        // They lie far apart in memory, and are waited for together before anything is done with them.
        let mut values = vec![NONE; events.count()];
        let mut places = values.iter_mut();
        events.each(|event| {
            if let (Some(place), Some(value)) = (places.next(), self.first.get(event as usize)) {
                *place = *value;
            }
        });
        values.into_iter().for_each(&mut give);
        for (event, value) in &self.others {
            if events.contains(*event) {
                give(*value);
            }
        }
    }

    /// The events that have one of the `wanted` values.
    pub fn with(&self, wanted: &[u32]) -> Bits {
        let mut with = Bits::none(self.first.len());
        for value in wanted {
            with.add_places(&self.first, *value);
        }
        for (event, value) in &self.others {
            if wanted.contains(value) {
                with.insert(*event);
            }
        }
        with
    }
}

fn count(counts: &mut [u32], value: u32, step: u32) {
    if let Some(count) = counts.get_mut(value as usize) {
        *count = count.wrapping_add(step);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn each_event_has_its_values(
            events in proptest::collection::vec(proptest::collection::btree_set(0..9_u32, 0..4), 0..99),
            chosen: BTreeSet<u8>,
            wanted in proptest::collection::vec(0..9_u32, 0..3),
        ) {
            let mut values = Values::default();
            for of_it in &events {
                values.push_event();
                of_it.iter().chain(of_it).for_each(|value| values.push(*value));
            }
            let mut set = Bits::none(events.len());
            chosen.iter().for_each(|event| set.insert((*event).into()));
            let among = |value: u32| {
                let events = events.iter().zip(0..);
                events.filter(|(of_it, at)| set.contains(*at) && of_it.contains(&value)).count() as u32
            };
            let expected: Vec<u32> = (0..9).map(among).collect();
            let (counts, mut there) = values.counts(&set, &values.totals(9));
            there.sort_unstable();
            prop_assert_eq!(there, (0..9).filter(|value| expected[*value as usize] > 0).collect::<Vec<_>>());
            prop_assert_eq!(counts, expected);
            let mut with = Vec::new();
            values.with(&wanted).each(|event| with.push(event));
            let has = |of_it: &BTreeSet<u32>| wanted.iter().any(|value| of_it.contains(value));
            let expected = events.iter().zip(0..).filter(|(of_it, _)| has(of_it)).map(|(_, at)| at);
            prop_assert_eq!(with, expected.collect::<Vec<_>>());
        }
    }
}
