print("nastavnik")
