//! Numbers put in order without comparing them.

/// Bits of a number that are looked at in one pass.
const DIGIT: u32 = 13;

/// The same pairs in the order of their numbers, and of the same number in the order given: digit by digit, from the
/// last to the first (radix sort; Knuth, “The Art of Computer Programming”, volume 3, section 5.2.5).
pub fn by_number(mut pairs: Vec<(u64, u32)>) -> Vec<(u64, u32)> {
    let Some((first, _)) = pairs.first().copied() else {
        return pairs;
    };
    // Where all numbers are the same, there is nothing to put in order.
    let differ = pairs
        .iter()
        .fold(0, |bits, (number, _)| bits | (number ^ first));
    let mut sorted = pairs.clone();
    let mut places = vec![0_u32; 1 << DIGIT];
    for shift in (0..u64::BITS).step_by(DIGIT as usize) {
        let digit = |number: u64| (number >> shift) as usize & ((1 << DIGIT) - 1);
        if digit(differ) == 0 {
            continue;
        }
        places.fill(0);
        pairs
            .iter()
            .for_each(|(number, _)| places[digit(*number)] += 1);
        let mut sum = 0;
        for place in &mut places {
            sum += std::mem::replace(place, sum);
        }
        for pair in &pairs {
            let place = &mut places[digit(pair.0)];
            sorted[*place as usize] = *pair;
            *place += 1;
        }
        std::mem::swap(&mut pairs, &mut sorted);
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn numbers_come_in_order(numbers in prop::collection::vec(any::<u64>(), 0..50), fewer in 0..64, same: u16) {
            let given = numbers.iter().map(|number| number >> fewer);
            let given: Vec<(u64, u32)> = given.chain([same.into(), same.into()]).zip(0..).collect();
            let mut expected = given.clone();
            expected.sort();
            prop_assert_eq!(by_number(given), expected);
        }
    }

    #[test]
    fn of_none_nothing_comes() {
        assert_eq!(by_number(Vec::new()), []);
    }
}
