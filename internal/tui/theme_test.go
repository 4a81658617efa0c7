package tui

import (
	"fmt"
	"math"
	"testing"
)

// leastContrast is what WCAG 2 asks for of text at level AA.
const leastContrast = 4.5

func TestTextHasEnoughContrast(t *testing.T) {
	for _, p := range []struct {
		name        string
		backgrounds []string
		inks        []string
	}{
		{"dark", []string{"#000000", darkBackground}, []string{darkFaint, darkAccent, darkHeading}},
		{"light", []string{"#ffffff", lightBackground}, []string{lightFaint, lightAccent, lightHeading}},
	} {
		for _, background := range p.backgrounds {
			for _, ink := range p.inks {
				if got := contrast(ink, background); got < leastContrast {
					t.Errorf("%s: %s on %s has a contrast of %.2f, less than %.1f", p.name, ink, background, got, leastContrast)
				}
			}
		}
	}
}

// contrast is WCAG 2's ratio of relative luminances.
func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func luminance(colour string) float64 {
	var r, g, b int
	fmt.Sscanf(colour, "#%02x%02x%02x", &r, &g, &b)
	linear := func(c int) float64 {
		s := float64(c) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
