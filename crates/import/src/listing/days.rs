//! The days and hours of an entry, and days that are not its own.

mod contradicted;
pub mod dated;
mod day_by_name;
pub mod day_in_month;
pub mod day_or_name;
pub mod excepted;
mod hour_doubt;
pub mod months;
pub mod other_day;
pub mod second;
pub mod series;
pub mod settled;
mod which;
