/**
 * Probability that χ² with so many degrees of freedom is at least the statistic: the upper incomplete gamma function
 * Q(degrees/2, statistic/2), by its series below a + 1 and its continued fraction above (Press et al., Numerical Recipes, 6.2).
 */
export function chiSquaredTail(statistic: number, degrees: number): number {
  const a = degrees / 2;
  const x = statistic / 2;
  if (!(x > 0) || degrees < 1) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - front * series(a, x) : front * continuedFraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < 10_000 && term > sum * 1e-16; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

/** Lentz's method. */
function continuedFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n += 1) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b || tiny);
    c = b + an / c || tiny;
    const step = c * d;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return fraction;
}

/** ln Γ of half and whole numbers above 0, by Γ(z + 1) = z·Γ(z) from Γ(1) = 1 and Γ(½) = √π. */
function logGamma(z: number): number {
  let log = z % 1 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let factor = z % 1 === 0 ? 1 : 0.5; factor < z; factor += 1) log += Math.log(factor);
  return log;
}
