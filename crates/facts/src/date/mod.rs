//! Civil dates, periods and ages. A civil date has no time and no zone, anywhere in the product.

pub mod age;
pub mod civil;
pub mod clock;
pub mod moment;
pub mod partial;
pub mod period;
