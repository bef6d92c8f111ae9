//! Leptos's signals, memos, effects and views, each behind one type: a page that uses them for
//! many types has their code once, and so arrives sooner.

mod derived;
mod draw;
mod effect;
mod followers;
mod held;
mod kept;

pub use derived::Derived;
pub use draw::{Row, live, rows, shown};
pub use effect::effect;
pub use held::Held;
