package regions

// otherWords returns the words, besides its name, under which people look for a province: the usual abbreviation,
// and for Jakarta and Yogyakarta the names that are also in use.
func otherWords(province string) []string {
	switch province {
	case "Sumatera Utara":
		return []string{"sumut"}
	case "Sumatera Barat":
		return []string{"sumbar"}
	case "Sumatera Selatan":
		return []string{"sumsel"}
	case "Kepulauan Bangka Belitung":
		return []string{"babel"}
	case "Kepulauan Riau":
		return []string{"kepri"}
	case "DKI Jakarta":
		return []string{"dkj", "daerah", "khusus", "ibukota"}
	case "Jawa Barat":
		return []string{"jabar"}
	case "Jawa Tengah":
		return []string{"jateng"}
	case "Daerah Istimewa Yogyakarta":
		return []string{"diy", "jogjakarta"}
	case "Jawa Timur":
		return []string{"jatim"}
	case "Nusa Tenggara Barat":
		return []string{"ntb"}
	case "Nusa Tenggara Timur":
		return []string{"ntt"}
	case "Kalimantan Barat":
		return []string{"kalbar"}
	case "Kalimantan Tengah":
		return []string{"kalteng"}
	case "Kalimantan Selatan":
		return []string{"kalsel"}
	case "Kalimantan Timur":
		return []string{"kaltim"}
	case "Kalimantan Utara":
		return []string{"kaltara"}
	case "Sulawesi Utara":
		return []string{"sulut"}
	case "Sulawesi Tengah":
		return []string{"sulteng"}
	case "Sulawesi Selatan":
		return []string{"sulsel"}
	case "Sulawesi Tenggara":
		return []string{"sultra"}
	case "Sulawesi Barat":
		return []string{"sulbar"}
	case "Maluku Utara":
		return []string{"malut"}
	}
	return nil
}
