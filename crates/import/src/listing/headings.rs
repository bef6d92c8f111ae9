//! What heads entries of a listing: days, their places in the text, and what they mean for the lines below.

pub mod aside;
pub mod dateline;
pub mod day_heading;
pub mod day_line;
pub mod dotted_days;
pub mod heading;
pub mod hour_headings;
pub mod name;
pub mod posted;
pub mod relative_day;
pub mod titles;
pub mod undated;
pub mod unnamed_month;
pub mod week_lines;
pub mod week_of;
