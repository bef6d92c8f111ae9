//! Which cells lead clusters, and which cell is led by which.
//!
//! In each round, a cell that is not taken yet and outranks all such cells within [`REACH`] leads,
//! and takes in those cells. Each decision looks only so far, so that it is the same in any view
//! that reaches [`HORIZON`] cells beyond what it shows. (Luby's algorithm for maximal independent
//! sets, 1986, with the number of events in place of chance, stopped after [`ROUNDS`].)

use super::cells::Cell;
use super::grid::Grid;

/// How far a leader takes cells in, from mean to mean, in sides of a cell: 51 pixels at a whole
/// zoom, a little more than the largest disc is wide.
pub(super) const REACH: f64 = 1.6;

/// Rounds; what is not taken then leads itself, which leaves few markers close together.
const ROUNDS: i64 = 3;

/// Cells within reach are at most this many columns or rows away.
const NEIGHBOURS: i64 = 2;

/// How many cells around a view can change what is in it: each round looks for leaders and then
/// for what they take, and a cell in view can have its leader outside.
pub(super) const HORIZON: i64 = (2 * ROUNDS + 1) * NEIGHBOURS;

/// For each cell, which comes by name, the index of its leader.
pub(super) fn elect(cells: &[Cell], grid: Grid) -> Vec<usize> {
    let places = Places::new(cells);
    let neighbours: Vec<Vec<usize>> = cells
        .iter()
        .map(|cell| within(cell, cells, &places, grid))
        .collect();
    let rank = |cell: usize| (cells[cell].count, std::cmp::Reverse(cells[cell].name));
    let mut leader: Vec<Option<usize>> = vec![None; cells.len()];
    for _ in 0..ROUNDS {
        let free = |cell: &usize| leader[*cell].is_none();
        let leads = |cell: &usize| {
            let rivals = neighbours[*cell].iter().filter(|other| free(other));
            free(cell)
                && rivals
                    .map(|&other| rank(other))
                    .all(|other| other < rank(*cell))
        };
        let new: Vec<bool> = (0..cells.len()).map(|cell| leads(&cell)).collect();
        let taken: Vec<Option<usize>> =
            (0..cells.len())
                .filter(free)
                .fold(leader.clone(), |mut taken, cell| {
                    let leaders = neighbours[cell].iter().copied().filter(|&other| new[other]);
                    taken[cell] = if new[cell] {
                        Some(cell)
                    } else {
                        leaders.min_by(|&a, &b| {
                            let distance = |other| distance(&cells[cell], &cells[other], grid);
                            distance(a)
                                .total_cmp(&distance(b))
                                .then(rank(b).cmp(&rank(a)))
                        })
                    };
                    taken
                });
        leader = taken;
    }
    let led = leader.iter().enumerate();
    led.map(|(cell, leader)| leader.unwrap_or(cell)).collect()
}

/// The other cells within reach of a cell.
fn within(cell: &Cell, cells: &[Cell], places: &Places, grid: Grid) -> Vec<usize> {
    let [column, row] = grid.place(cell.name);
    let around = -NEIGHBOURS..=NEIGHBOURS;
    let mut found = Vec::new();
    for down in around.clone() {
        for right in around.clone() {
            let Some(name) = grid.name([column + right, row + down]) else {
                continue;
            };
            if name != cell.name
                && let Some(other) = places.find(name, cells)
                && distance(cell, &cells[other], grid) <= REACH
                && !found.contains(&other)
            {
                found.push(other);
            }
        }
    }
    found
}

/// Where in `cells` each cell stands: a hash table with open addresses, since each cell asks for two
/// dozen others.
struct Places(Vec<u32>);

/// No cell.
const NONE: u32 = u32::MAX;

impl Places {
    fn new(cells: &[Cell]) -> Self {
        let mut places = Self(vec![NONE; (2 * cells.len()).next_power_of_two()]);
        for (cell, at) in cells.iter().zip(0..) {
            let free = places.slots(cell.name).find(|slot| places.0[*slot] == NONE);
            if let Some(slot) = free {
                places.0[slot] = at;
            }
        }
        places
    }

    fn find(&self, name: u64, cells: &[Cell]) -> Option<usize> {
        let taken = |slot: usize| Some(self.0[slot] as usize).filter(|_| self.0[slot] != NONE);
        let mut found = self.slots(name).map_while(taken);
        found.find(|at| cells[*at].name == name)
    }

    /// The places to look at for a name, one after another.
    fn slots(&self, name: u64) -> impl Iterator<Item = usize> + use<> {
        let mask = self.0.len() - 1;
        let hash = name.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        (0..=mask).map(move |step| (hash as usize + step) & mask)
    }
}

/// From mean to mean the short way around the world, in sides of a cell.
fn distance(one: &Cell, other: &Cell, grid: Grid) -> f64 {
    let side = grid.side() as f64;
    let across = one.point[0] - other.point[0];
    let across = across - side * (across / side).round();
    across.hypot(one.point[1] - other.point[1])
}
