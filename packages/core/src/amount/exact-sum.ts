import { Decimal, decimalOfDouble, ZERO } from './decimal.js';

/** Scaled values stay below this, so that 3,500 of them can never leave the safe integers unseen. */
const LARGEST_PART = 1e15;
const SPILL_AT = 2 ** 52;
const MOST_DIGITS = 6;
const POWERS = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000] as const;

/**
 * `value` × 10^`digits` as a safe integer where that is exact for the decimal that a person sees in a cell
 * (15 significant digits), else `NaN`. The loop's fast way: no decimal is made.
 *
 * @example scaledOfDouble(9504.2, 1) // 95042
 */
export function scaledOfDouble(value: number, digits: number): number {
  const factor = POWERS[digits] ?? 10 ** digits;
  const whole = Math.round(value * factor);
  if (whole / factor === value && whole < LARGEST_PART && whole > -LARGEST_PART) return whole;
  const shown = Number(value.toPrecision(15));
  const again = Math.round(shown * factor);
  return again / factor === shown && again < LARGEST_PART && again > -LARGEST_PART ? again : Number.NaN;
}

/**
 * Adds IEEE doubles of cells and decimals exactly, each double taken as the decimal that a person sees
 * (15 significant digits). Runs on scaled integers and spills into a decimal where they end.
 *
 * @example
 * ```ts
 * const sum = new ExactSum();
 * sum.addDouble(0.1, 1);
 * sum.addDouble(0.2, 1);
 * sum.decimal().toString(); // '0.3'
 * ```
 */
export class ExactSum {
  private part = 0;
  private digits = 0;
  private factor = 1;
  private carry: Decimal | null = null;
  /** How many numbers were added. */
  count = 0;

  addDouble(value: number, sign: 1 | -1 = 1): void {
    this.count++;
    const whole = Math.round(value * this.factor);
    if (whole / this.factor === value && whole < LARGEST_PART && whole > -LARGEST_PART) {
      this.part += sign * whole;
      if (this.part > SPILL_AT || this.part < -SPILL_AT) this.spill();
    } else {
      this.addSlowly(value, sign);
    }
  }

  addDecimal(value: Decimal, sign: 1 | -1 = 1): void {
    this.count++;
    this.carry = (this.carry ?? ZERO).plus(sign === 1 ? value : value.negated());
  }

  /** Adds what another sum holds. */
  addSum(other: ExactSum, sign: 1 | -1 = 1): void {
    this.count += other.count;
    if (other.digits > this.digits) this.widen(other.digits);
    const part = other.part * (this.factor / other.factor);
    if (part < SPILL_AT && part > -SPILL_AT) {
      this.part += sign * part;
      if (this.part > SPILL_AT || this.part < -SPILL_AT) this.spill();
      if (other.carry)
        this.carry = (this.carry ?? ZERO).plus(sign === 1 ? other.carry : other.carry.negated());
    } else {
      const whole = other.decimal();
      this.carry = (this.carry ?? ZERO).plus(sign === 1 ? whole : whole.negated());
    }
  }

  /** The sum as a double whose shortest decimal is the exact sum, or `NaN` where 15 digits do not hold it. */
  clean(): number {
    if (this.carry !== null || this.part >= LARGEST_PART || this.part <= -LARGEST_PART) return Number.NaN;
    return this.part / this.factor + 0;
  }

  decimal(): Decimal {
    const clean = this.clean();
    if (!Number.isNaN(clean)) return new Decimal(clean);
    const part = new Decimal(this.part).div(this.factor);
    return this.carry === null ? part : this.carry.plus(part);
  }

  /** More decimals than before, binary dust, or too large for scaled integers. */
  private addSlowly(value: number, sign: 1 | -1): void {
    if (this.addWider(value, sign) || this.addWider(Number(value.toPrecision(15)), sign)) return;
    const exact = decimalOfDouble(value);
    this.carry = (this.carry ?? ZERO).plus(sign === 1 ? exact : exact.negated());
  }

  private addWider(shown: number, sign: 1 | -1): boolean {
    for (let digits = this.digits; digits <= MOST_DIGITS; digits++) {
      const factor = POWERS[digits]!;
      const whole = Math.round(shown * factor);
      if (whole / factor !== shown || whole >= LARGEST_PART || whole <= -LARGEST_PART) continue;
      this.widen(digits);
      this.part += sign * whole;
      if (this.part > SPILL_AT || this.part < -SPILL_AT) this.spill();
      return true;
    }
    return false;
  }

  private widen(digits: number): void {
    if (digits === this.digits) return;
    const part = this.part * POWERS[digits - this.digits]!;
    if (part < SPILL_AT && part > -SPILL_AT) this.part = part;
    else this.spill();
    this.digits = digits;
    this.factor = POWERS[digits]!;
  }

  private spill(): void {
    this.carry = (this.carry ?? ZERO).plus(new Decimal(this.part).div(this.factor));
    this.part = 0;
  }
}
