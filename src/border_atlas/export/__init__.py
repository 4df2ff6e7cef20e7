"""Files that leave the app: tables, geodata, pictures, documents."""
