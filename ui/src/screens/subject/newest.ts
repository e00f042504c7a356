// Of several questions asked one after the other only the newest is answered: an answer that comes late says nothing.

export function newest(): <T>(asked: Promise<T>, keep: (told: T) => void) => Promise<void> {
  let turn = 0;
  return async (asked, keep) => {
    turn += 1;
    const own = turn;
    const told = await asked;
    if (own === turn) keep(told);
  };
}
