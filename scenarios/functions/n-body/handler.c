#include "function.h"
#include "text.h"

enum { BODIES = 5, DEFAULT = 1000, MOST = 5000000 };

static const double DAYS = 365.24, STEP = 0.01, SOLAR_MASS = 39.47841760435743;

typedef struct {
    double x, y, z, vx, vy, vz, mass;
} body;

/* The sun and its four large planets, in astronomical units, years and masses of the sun times 4 pi^2. */
static void place(body b[BODIES])
{
    static const body start[BODIES] = {
        {0, 0, 0, 0, 0, 0, 1},
        {4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023, 0.000954791938424326609},
        {8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -0.00276742510726411899, 0.00499852801234917238, 0.0000230417297573763929, 0.000285885980666130812},
        {12.8943695621391310, -15.1111514016986312, -0.223307578892655734, 0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556, 0.0000436624404335156298},
        {15.3796971148509165, -25.9193146099879641, 0.179258772950371181, 0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870, 0.0000515138902046611451},
    };
    double px = 0, py = 0, pz = 0;
    for (int i = 0; i < BODIES; i++) {
        b[i] = start[i];
        b[i].vx *= DAYS, b[i].vy *= DAYS, b[i].vz *= DAYS, b[i].mass *= SOLAR_MASS;
        px += b[i].vx * b[i].mass, py += b[i].vy * b[i].mass, pz += b[i].vz * b[i].mass;
    }
    /* The whole stands still. */
    b[0].vx = -px / SOLAR_MASS, b[0].vy = -py / SOLAR_MASS, b[0].vz = -pz / SOLAR_MASS;
}

static void advance(body b[BODIES])
{
    for (int i = 0; i < BODIES; i++)
        for (int j = i + 1; j < BODIES; j++) {
            double dx = b[i].x - b[j].x, dy = b[i].y - b[j].y, dz = b[i].z - b[j].z;
            double squared = dx * dx + dy * dy + dz * dz;
            double pull = STEP / (squared * __builtin_sqrt(squared));
            double mine = b[i].mass * pull, other = b[j].mass * pull;
            b[i].vx -= dx * other, b[i].vy -= dy * other, b[i].vz -= dz * other;
            b[j].vx += dx * mine, b[j].vy += dy * mine, b[j].vz += dz * mine;
        }
    for (int i = 0; i < BODIES; i++) b[i].x += STEP * b[i].vx, b[i].y += STEP * b[i].vy, b[i].z += STEP * b[i].vz;
}

static double energy(const body b[BODIES])
{
    double sum = 0;
    for (int i = 0; i < BODIES; i++) {
        sum += 0.5 * b[i].mass * (b[i].vx * b[i].vx + b[i].vy * b[i].vy + b[i].vz * b[i].vz);
        for (int j = i + 1; j < BODIES; j++) {
            double dx = b[i].x - b[j].x, dy = b[i].y - b[j].y, dz = b[i].z - b[j].z;
            sum -= b[i].mass * b[j].mass / __builtin_sqrt(dx * dx + dy * dy + dz * dz);
        }
    }
    return sum;
}

/* Moves the planets and says the system's energy before and after. */
bytes handle(invocation *in)
{
    uint64_t steps = DEFAULT;
    body b[BODIES];
    set_header(in, BYTES("Content-Type"), BYTES("text/plain; charset=utf-8"));
    if (!query_number(in, BYTES("steps="), MOST, &steps)) return bad_request(in, BYTES("Give steps=NUMBER as the query, from 0 to 5000000.\n"));
    char *lines = allocate(in, 2 * FIXED_LENGTH), *end = lines;
    place(b);
    end = write_fixed(end, energy(b));
    *end++ = '\n';
    while (steps-- > 0) advance(b);
    end = write_fixed(end, energy(b));
    *end++ = '\n';
    return (bytes){lines, (size_t)(end - lines)};
}
