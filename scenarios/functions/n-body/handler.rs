use crate::function::{query_number, Request, Response};
use alloc::format;

// For the square root.
extern crate std;

const DEFAULT: u32 = 1000;
const MOST: u32 = 5_000_000;
const DAYS: f64 = 365.24;
const STEP: f64 = 0.01;
const SOLAR_MASS: f64 = 39.47841760435743;

#[derive(Clone, Copy)]
struct Body {
    place: [f64; 3],
    speed: [f64; 3],
    mass: f64,
}

/// The sun and its four large planets, in astronomical units, years and masses of the sun times 4 pi^2.
fn start() -> [Body; 5] {
    let mut bodies = [
        Body { place: [0.0; 3], speed: [0.0; 3], mass: 1.0 },
        Body {
            place: [4.84143144246472090, -1.16032004402742839, -0.103622044471123109],
            speed: [0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023],
            mass: 0.000954791938424326609,
        },
        Body {
            place: [8.34336671824457987, 4.12479856412430479, -0.403523417114321381],
            speed: [-0.00276742510726411899, 0.00499852801234917238, 0.0000230417297573763929],
            mass: 0.000285885980666130812,
        },
        Body {
            place: [12.8943695621391310, -15.1111514016986312, -0.223307578892655734],
            speed: [0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556],
            mass: 0.0000436624404335156298,
        },
        Body {
            place: [15.3796971148509165, -25.9193146099879641, 0.179258772950371181],
            speed: [0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870],
            mass: 0.0000515138902046611451,
        },
    ];
    let mut momentum = [0.0; 3];
    for body in &mut bodies {
        body.mass *= SOLAR_MASS;
        for axis in 0..3 {
            body.speed[axis] *= DAYS;
            momentum[axis] += body.speed[axis] * body.mass;
        }
    }
    // The whole stands still.
    bodies[0].speed = momentum.map(|p| -p / SOLAR_MASS);
    bodies
}

fn between(a: &Body, b: &Body) -> [f64; 3] {
    [a.place[0] - b.place[0], a.place[1] - b.place[1], a.place[2] - b.place[2]]
}

fn squared(v: [f64; 3]) -> f64 {
    v[0] * v[0] + v[1] * v[1] + v[2] * v[2]
}

fn advance(bodies: &mut [Body; 5]) {
    for i in 0..5 {
        for j in i + 1..5 {
            let distance = between(&bodies[i], &bodies[j]);
            let squared = squared(distance);
            let pull = STEP / (squared * squared.sqrt());
            let (mine, other) = (bodies[i].mass * pull, bodies[j].mass * pull);
            for axis in 0..3 {
                bodies[i].speed[axis] -= distance[axis] * other;
                bodies[j].speed[axis] += distance[axis] * mine;
            }
        }
    }
    for body in bodies {
        for axis in 0..3 {
            body.place[axis] += STEP * body.speed[axis];
        }
    }
}

fn energy(bodies: &[Body; 5]) -> f64 {
    let mut sum = 0.0;
    for i in 0..5 {
        sum += 0.5 * bodies[i].mass * squared(bodies[i].speed);
        for j in i + 1..5 {
            sum -= bodies[i].mass * bodies[j].mass / squared(between(&bodies[i], &bodies[j])).sqrt();
        }
    }
    sum
}

/// Moves the planets and says the system's energy before and after.
pub fn handle(request: &mut impl Request) -> Response {
    let Some(steps) = query_number(request, "steps", DEFAULT, MOST) else {
        return Response::bad_request(format!("Give steps=NUMBER as the query, from 0 to {MOST}.\n"));
    };
    let mut bodies = start();
    let before = energy(&bodies);
    for _ in 0..steps {
        advance(&mut bodies);
    }
    Response::text(format!("{before:.9}\n{:.9}\n", energy(&bodies)))
}
