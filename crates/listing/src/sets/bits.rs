//! A set of events: a bit for each.

/// A set of the numbers below a bound.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// The empty set of numbers below `bound`.
    pub fn none(bound: usize) -> Self {
        Self {
            words: vec![0; bound.div_ceil(64)],
        }
    }

    /// The set of all numbers below `bound`.
    pub fn all(bound: usize) -> Self {
        let mut all = Self {
            words: vec![u64::MAX; bound.div_ceil(64)],
        };
        if let (Some(last), beyond @ 1..) = (all.words.last_mut(), bound % 64) {
            *last = (1 << beyond) - 1;
        }
        all
    }

    /// The set of those `numbers` that are below `bound`.
    pub fn of(numbers: &[u32], bound: usize) -> Self {
        let mut bits = Self::none(bound);
        numbers.iter().for_each(|number| bits.insert(*number));
        bits
    }

    /// Whether `number` is in the set; one that is not below the bound is not.
    #[inline]
    pub fn contains(&self, number: u32) -> bool {
        let word = self.words.get(number as usize / 64);
        word.is_some_and(|word| word >> (number % 64) & 1 != 0)
    }

    /// Puts `number` into the set; one that is not below the bound is left out.
    #[inline]
    pub fn insert(&mut self, number: u32) {
        if let Some(word) = self.words.get_mut(number as usize / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Takes `number` out of the set.
    pub fn remove(&mut self, number: u32) {
        if let Some(word) = self.words.get_mut(number as usize / 64) {
            *word &= !(1 << (number % 64));
        }
    }

    /// Keeps what is in `other` too.
    pub fn keep(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Adds what is in `other`.
    pub fn add(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// Adds the places of `numbers` at which `wanted` stands.
    pub(crate) fn add_places(&mut self, numbers: &[u32], wanted: u32) {
        for (word, numbers) in self.words.iter_mut().zip(numbers.chunks(64)) {
            for (number, bit) in numbers.iter().zip(0..) {
                *word |= u64::from(*number == wanted) << bit;
            }
        }
    }

    /// How many numbers are in the set.
    pub fn count(&self) -> usize {
        let ones = self.words.iter().map(|word| word.count_ones() as usize);
        ones.sum()
    }

    /// Appends those of `numbers` that are in the set, in their order.
    pub fn append_among(&self, numbers: &[u32], among: &mut Vec<u32>) {
        let mut count = among.len();
        among.resize(count + numbers.len(), 0);
        // Each is written and kept if it is in the set: nothing that the processor could guess wrong.
        for &number in numbers {
            if let Some(place) = among.get_mut(count) {
                *place = number;
            }
            count += usize::from(self.contains(number));
        }
        among.truncate(count);
    }

    /// How many of `numbers` are in the set.
    pub fn count_among(&self, numbers: &[u32]) -> usize {
        let inside = numbers
            .iter()
            .map(|number| usize::from(self.contains(*number)));
        inside.sum()
    }

    /// Gives the numbers in the set, ascending.
    #[inline]
    pub fn each(&self, mut give: impl FnMut(u32)) {
        for (first, word) in (0_u32..).step_by(64).zip(&self.words) {
            let mut left = *word;
            while left != 0 {
                give(first + left.trailing_zeros());
                left &= left - 1;
            }
        }
    }

    /// The numbers below `bound` that are not in the set.
    pub(crate) fn others(&self, bound: usize) -> Self {
        let mut others = Self::all(bound);
        for (word, not) in others.words.iter_mut().zip(&self.words) {
            *word &= !not;
        }
        others
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn bits(bound: usize, numbers: &BTreeSet<u32>) -> Bits {
        Bits::of(&Vec::from_iter(numbers.iter().copied()), bound)
    }

    fn all(bits: &Bits) -> Vec<u32> {
        let mut all = Vec::new();
        bits.each(|number| all.push(number));
        all
    }

    #[test]
    fn all_of_none_and_of_whole_words() {
        for bound in [0, 1, 63, 64, 65, 128] {
            assert_eq!(Bits::all(bound).count(), bound, "{bound}");
            assert!(!Bits::all(bound).contains(bound as u32));
        }
    }

    proptest! {
        #[test]
        fn it_is_a_set(
            bound in 1..300_usize,
            one: BTreeSet<u8>,
            other: BTreeSet<u8>,
            order: Vec<u8>,
        ) {
            let below = |set: BTreeSet<u8>| -> BTreeSet<u32> {
                set.into_iter().map(u32::from).filter(|number| (*number as usize) < bound).collect()
            };
            let (one, other) = (below(one), below(other));
            let (mut kept, mut added) = (bits(bound, &one), bits(bound, &one));
            kept.keep(&bits(bound, &other));
            added.add(&bits(bound, &other));
            prop_assert_eq!(all(&kept), one.intersection(&other).copied().collect::<Vec<_>>());
            prop_assert_eq!(all(&added), one.union(&other).copied().collect::<Vec<_>>());
            prop_assert_eq!(added.count(), one.union(&other).count());
            let order: Vec<u32> = order.into_iter().map(u32::from).collect();
            let expected: Vec<u32> = order.iter().copied().filter(|number| one.contains(number)).collect();
            prop_assert_eq!(bits(bound, &one).count_among(&order), expected.len());
            let mut among = vec![7];
            bits(bound, &one).append_among(&order, &mut among);
            prop_assert_eq!(&among[1..], expected);
            let mut rest = bits(bound, &one);
            other.iter().for_each(|number| rest.remove(*number));
            prop_assert_eq!(all(&rest), one.difference(&other).copied().collect::<Vec<_>>());
            let others = (0..bound as u32).filter(|number| !one.contains(number));
            prop_assert_eq!(all(&bits(bound, &one).others(bound)), others.collect::<Vec<_>>());
        }
    }
}
