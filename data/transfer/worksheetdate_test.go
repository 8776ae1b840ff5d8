package transfer

import "testing"

func TestDateOfAWorkbook(t *testing.T) {
	for shown, want := range map[string]string{
		"12 November 2025": "2025-11-12", "1 Mei 2026": "2026-05-01", "31 August 2024": "2024-08-31", "17 Agustus 2025": "2025-08-17",
		"31 Februari 2025": "", "45973": "", "": "", "12 xx 2025": "", "12 zzzember 2025": "", "12 Dé 2025": "",
	} {
		if got := dateOf(shown); got != want {
			t.Errorf("dateOf(%q) = %q, want %q", shown, got, want)
		}
	}
}
