import { queryNumber, Request, Response } from "./function";

const BODIES = 5;
const DEFAULT: i64 = 1000;
const MOST: i64 = 5000000;
const DAYS = 365.24;
const STEP = 0.01;
const SOLAR_MASS = 39.47841760435743;

// The sun and its four large planets, in astronomical units, years and masses of the sun times 4 pi^2: place, speed, mass.
const START: StaticArray<f64> = [
  0, 0, 0, 0, 0, 0, 1,
  4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023, 0.000954791938424326609,
  8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -0.00276742510726411899, 0.00499852801234917238, 0.0000230417297573763929, 0.000285885980666130812,
  12.8943695621391310, -15.1111514016986312, -0.223307578892655734, 0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556, 0.0000436624404335156298,
  15.3796971148509165, -25.9193146099879641, 0.179258772950371181, 0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870, 0.0000515138902046611451,
];

class Body {
  x: f64 = 0;
  y: f64 = 0;
  z: f64 = 0;
  vx: f64 = 0;
  vy: f64 = 0;
  vz: f64 = 0;
  mass: f64 = 0;
}

function start(): StaticArray<Body> {
  const bodies = new StaticArray<Body>(BODIES);
  let px: f64 = 0, py: f64 = 0, pz: f64 = 0;
  for (let i = 0; i < BODIES; i++) {
    const b = new Body(), at = i * 7;
    b.x = START[at];
    b.y = START[at + 1];
    b.z = START[at + 2];
    b.vx = START[at + 3] * DAYS;
    b.vy = START[at + 4] * DAYS;
    b.vz = START[at + 5] * DAYS;
    b.mass = START[at + 6] * SOLAR_MASS;
    px += b.vx * b.mass;
    py += b.vy * b.mass;
    pz += b.vz * b.mass;
    bodies[i] = b;
  }
  // The whole stands still.
  bodies[0].vx = -px / SOLAR_MASS;
  bodies[0].vy = -py / SOLAR_MASS;
  bodies[0].vz = -pz / SOLAR_MASS;
  return bodies;
}

function advance(bodies: StaticArray<Body>): void {
  for (let i = 0; i < BODIES; i++) {
    const a = bodies[i];
    for (let j = i + 1; j < BODIES; j++) {
      const b = bodies[j];
      const dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
      const squared = dx * dx + dy * dy + dz * dz;
      const pull = STEP / (squared * Math.sqrt(squared));
      const mine = a.mass * pull, other = b.mass * pull;
      a.vx -= dx * other;
      a.vy -= dy * other;
      a.vz -= dz * other;
      b.vx += dx * mine;
      b.vy += dy * mine;
      b.vz += dz * mine;
    }
  }
  for (let i = 0; i < BODIES; i++) {
    const b = bodies[i];
    b.x += STEP * b.vx;
    b.y += STEP * b.vy;
    b.z += STEP * b.vz;
  }
}

function energy(bodies: StaticArray<Body>): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < BODIES; i++) {
    const a = bodies[i];
    sum += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz);
    for (let j = i + 1; j < BODIES; j++) {
      const b = bodies[j];
      const dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
      sum -= a.mass * b.mass / Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
  }
  return sum;
}

/** A number with nine decimals. */
function fixed(value: f64): string {
  const scaled = <u64>(Math.abs(value) * 1e9 + 0.5);
  const part = (scaled % 1000000000).toString().padStart(9, "0");
  return (value < 0 ? "-" : "") + (scaled / 1000000000).toString() + "." + part;
}

/** Moves the planets and says the system's energy before and after. */
export function handle(request: Request): Response {
  const steps = queryNumber(request, "steps", DEFAULT, MOST);
  if (steps < 0) return Response.badRequest("Give steps=NUMBER as the query, from 0 to 5000000.\n");
  const bodies = start();
  const before = fixed(energy(bodies));
  for (let step: i64 = 0; step < steps; step++) advance(bodies);
  return Response.text(before + "\n" + fixed(energy(bodies)) + "\n");
}
