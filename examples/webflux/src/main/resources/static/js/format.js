const NUMBER = new Intl.NumberFormat('en');

/** Formats a number of things, such as "1 run" or "1,200 runs". */
export function count(number, thing) {
  return `${NUMBER.format(number)} ${thing}${number === 1 ? '' : 's'}`;
}

/** Formats a number with separators. */
export function number(value) {
  return NUMBER.format(value);
}

/** Formats a rate in per cent, which is never rounded up to "100%" or down to "0%"; a dash if there is none. */
export function percent(rate) {
  if (typeof rate !== 'number') {
    return '–';
  }
  const rounded = Math.round(rate);
  if (rounded === 100 && rate < 100) {
    return '> 99%';
  }
  return rounded === 0 && rate > 0 ? '< 1%' : `${rounded}%`;
}

/** Formats a duration in milliseconds; a dash if there is none. */
export function duration(milliseconds) {
  if (!Number.isFinite(milliseconds)) {
    return '–';
  }
  const seconds = Math.max(0, milliseconds) / 1000;
  if (seconds < 10) {
    return `${seconds.toFixed(1)} s`;
  }
  if (seconds < 60) {
    return `${Math.round(seconds)} s`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return `${minutes} min ${Math.floor(seconds % 60)} s`;
  }
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Returns the milliseconds between two instants in ISO 8601, or until now if the second is absent. */
export function between(start, end) {
  return (end ? Date.parse(end) : Date.now()) - Date.parse(start);
}
