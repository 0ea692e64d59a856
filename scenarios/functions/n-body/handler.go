package main

import (
	"math"
	"strconv"
)

const (
	bodies    = 5
	otherwise = 1000
	most      = 5000000
	days      = 365.24
	step      = 0.01
	solarMass = 39.47841760435743
)

type body struct {
	place, speed [3]float64
	mass         float64
}

// The sun and its four large planets, in astronomical units, years and masses of the sun times 4 pi^2.
var planets = [bodies]body{
	{mass: 1},
	{
		[3]float64{4.84143144246472090, -1.16032004402742839, -0.103622044471123109},
		[3]float64{0.00166007664274403694, 0.00769901118419740425, -0.0000690460016972063023},
		0.000954791938424326609,
	},
	{
		[3]float64{8.34336671824457987, 4.12479856412430479, -0.403523417114321381},
		[3]float64{-0.00276742510726411899, 0.00499852801234917238, 0.0000230417297573763929},
		0.000285885980666130812,
	},
	{
		[3]float64{12.8943695621391310, -15.1111514016986312, -0.223307578892655734},
		[3]float64{0.00296460137564761618, 0.00237847173959480950, -0.0000296589568540237556},
		0.0000436624404335156298,
	},
	{
		[3]float64{15.3796971148509165, -25.9193146099879641, 0.179258772950371181},
		[3]float64{0.00268067772490389322, 0.00162824170038242295, -0.0000951592254519715870},
		0.0000515138902046611451,
	},
}

func start() [bodies]body {
	system := planets
	var momentum [3]float64
	for i := range system {
		b := &system[i]
		b.mass *= solarMass
		for axis := range 3 {
			b.speed[axis] *= days
			momentum[axis] += b.speed[axis] * b.mass
		}
	}
	// The whole stands still.
	for axis := range 3 {
		system[0].speed[axis] = -momentum[axis] / solarMass
	}
	return system
}

func between(a, b *body) [3]float64 {
	return [3]float64{a.place[0] - b.place[0], a.place[1] - b.place[1], a.place[2] - b.place[2]}
}

func squared(v [3]float64) float64 {
	return v[0]*v[0] + v[1]*v[1] + v[2]*v[2]
}

func advance(system *[bodies]body) {
	for i := range system {
		a := &system[i]
		for j := i + 1; j < bodies; j++ {
			b := &system[j]
			distance := between(a, b)
			square := squared(distance)
			pull := step / (square * math.Sqrt(square))
			mine, other := a.mass*pull, b.mass*pull
			for axis := range 3 {
				a.speed[axis] -= distance[axis] * other
				b.speed[axis] += distance[axis] * mine
			}
		}
	}
	for i := range system {
		for axis := range 3 {
			system[i].place[axis] += step * system[i].speed[axis]
		}
	}
}

func energy(system *[bodies]body) float64 {
	sum := 0.0
	for i := range system {
		a := &system[i]
		sum += 0.5 * a.mass * squared(a.speed)
		for j := i + 1; j < bodies; j++ {
			sum -= a.mass * system[j].mass / math.Sqrt(squared(between(a, &system[j])))
		}
	}
	return sum
}

func fixed(value float64) string {
	return strconv.FormatFloat(value, 'f', 9, 64) + "\n"
}

// handle moves the planets and says the system's energy before and after.
func handle(request Request) Response {
	steps, ok := queryNumber(request, "steps", otherwise, most)
	if !ok {
		return badRequest("Give steps=NUMBER as the query, from 0 to 5000000.\n")
	}
	system := start()
	before := fixed(energy(&system))
	for range steps {
		advance(&system)
	}
	return text(before + fixed(energy(&system)))
}
